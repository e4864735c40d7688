import { z } from "zod";

/** As much of a JSON schema as the reference shows. */
export type JsonSchema = Readonly<{
  type?: string | readonly string[] | undefined;
  description?: string | undefined;
  format?: string | undefined;
  enum?: readonly (string | number | boolean | null)[] | undefined;
  const?: string | number | boolean | null | undefined;
  default?: unknown;
  properties?: Readonly<Record<string, JsonSchema>> | undefined;
  required?: readonly string[] | undefined;
  items?: JsonSchema | undefined;
  anyOf?: readonly JsonSchema[] | undefined;
  oneOf?: readonly JsonSchema[] | undefined;
  additionalProperties?: boolean | JsonSchema | undefined;
  minimum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  maximum?: number | undefined;
  maxLength?: number | undefined;
  maxItems?: number | undefined;
  $ref?: string | undefined;
}>;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(scalar).optional(),
    const: scalar.optional(),
    default: z.unknown().optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: jsonSchema.optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
    maxItems: z.number().optional(),
    $ref: z.string().optional(),
  }),
);
