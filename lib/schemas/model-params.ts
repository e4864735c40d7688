import { z } from "zod";

/** The version of a model in an address; what cannot be one is none. */
export const modelParams = z.strictObject({
  modelId: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

export const modelListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

/** The address of the page of models: what cannot be a version is the first page. */
export const modelListSearch = z.object({
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});
