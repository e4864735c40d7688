import { z } from "zod";
import { API_ENDPOINTS } from "./api-endpoints";
import { type CodeExamples, codeExamples } from "./code-examples";
import { exampleOfSchema } from "./example-of-schema";
import { type JsonSchema, jsonSchema } from "./json-schema";
import { openApiDocument } from "./openapi";
import { noteOf, type SchemaField, schemaFields, typeName } from "./schema-fields";

/** One call of the API as the reference shows it. */
export type ReferenceCall = Readonly<{
  /** For the address of the place in the page. */
  id: string;
  method: string;
  path: string;
  summary: string;
  scopes: string;
  parameters: readonly (SchemaField & Readonly<{ place: "path" | "query" }>)[];
  bodyType: string | null;
  body: readonly SchemaField[];
  answer: Readonly<{ status: string; type: string; fields: readonly SchemaField[] }>;
  examples: CodeExamples;
}>;

/** Calls about the same thing: `customers`, `imports`. */
export type ReferenceGroup = Readonly<{ name: string; calls: readonly ReferenceCall[] }>;

const content = z.record(z.string(), z.object({ schema: jsonSchema.optional() }));
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z
    .array(
      z.object({
        in: z.enum(["path", "query"]),
        name: z.string(),
        required: z.boolean().optional(),
        schema: jsonSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema).default({}) }),
});

type Operation = z.infer<typeof operation>;
type Resolve = (schema: JsonSchema | undefined) => JsonSchema;

/**
 * The description of the API as people read it, made from the very document that programs get.
 * @param origin where this installation is, such as https://rekindle.example.com
 */
export function apiReference(origin: string): readonly ReferenceGroup[] {
  if (last?.origin !== origin) last = { origin, groups: makeReference(origin) };
  return last.groups;
}

/** Making it takes seconds in which nobody else is answered, and an installation has hardly more than one address. */
let last: Readonly<{ origin: string; groups: readonly ReferenceGroup[] }> | null = null;

function makeReference(origin: string): ReferenceGroup[] {
  const { paths, components } = document.parse(JSON.parse(JSON.stringify(openApiDocument())));
  const resolve: Resolve = (schema = {}) => {
    const name = schema.$ref?.split("/").at(-1);
    return (name === undefined ? schema : components.schemas[name]) ?? schema;
  };
  const groups = new Map<string, ReferenceCall[]>();
  for (const { method, path } of API_ENDPOINTS) {
    const found = paths[path]?.[method];
    if (!found) continue;
    const name = path.split(/[/.]/)[1] ?? "";
    groups.set(name, [...(groups.get(name) ?? []), toCall(found, { method, path, origin }, resolve)]);
  }
  return [...groups].map(([name, calls]) => ({ name, calls }));
}

type Place = Readonly<{ method: string; path: string; origin: string }>;

function toCall(found: Operation, place: Place, resolve: Resolve): ReferenceCall {
  const [bodyType = null, bodyContent] = Object.entries(found.requestBody?.content ?? {})[0] ?? [];
  const [status = "200", response] = Object.entries(found.responses).find(([code]) => code !== "default") ?? [];
  const [type = "application/json", answer] = Object.entries(response?.content ?? {})[0] ?? [];
  const body = resolve(bodyContent?.schema);
  return {
    id: found.operationId,
    method: place.method.toUpperCase(),
    path: place.path,
    summary: found.summary,
    scopes: found.description.replace(/^Needs the scope |\.$/g, ""),
    parameters: found.parameters.map((parameter) => ({
      place: parameter.in,
      path: parameter.name,
      type: typeName(parameter.schema),
      isRequired: parameter.required ?? false,
      note: noteOf(parameter.schema),
    })),
    bodyType,
    body: schemaFields(body),
    answer: { status, type, fields: schemaFields(resolve(answer?.schema)) },
    examples: codeExamples({
      method: place.method.toUpperCase(),
      url: exampleUrl(found, place),
      ...(bodyType === "application/json" ? { body: exampleOfSchema(body) } : {}),
      ...(bodyType !== null && bodyType !== "application/json" ? { file: "touchpoints.csv" } : {}),
    }),
  };
}

/** With what the address needs, and nothing that may be left out. */
function exampleUrl(found: Operation, { path, origin }: Place): string {
  const value = (parameter: Operation["parameters"][number]) =>
    encodeURIComponent(
      String(
        exampleOfSchema(parameter.schema, parameter.in === "path" && parameter.name === "id" ? "" : parameter.name),
      ),
    );
  const inPath = found.parameters.filter((parameter) => parameter.in === "path");
  const address = inPath.reduce((text, parameter) => text.replace(`{${parameter.name}}`, value(parameter)), path);
  const needed = found.parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const query = needed.map((parameter) => `${parameter.name}=${value(parameter)}`).join("&");
  return `${origin}/api/v1${address}${query ? `?${query}` : ""}`;
}
