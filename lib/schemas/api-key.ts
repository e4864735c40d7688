import { z } from "zod";
import { API_SCOPES } from "@/lib/auth/scopes";
import { plainText } from "./plain-text";

export const apiScopesSchema = z
  .array(z.enum(API_SCOPES))
  .min(1, "Choose at least one scope.")
  .transform((scopes) => API_SCOPES.filter((scope) => scopes.includes(scope)));

export const newApiKeySchema = z.object({
  name: plainText(80),
  /** One checkbox that is ticked comes as a text, several as a list. */
  scopes: z.preprocess((value) => (typeof value === "string" ? [value] : (value ?? [])), apiScopesSchema),
  expiresInDays: z
    .preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(1).max(3650).optional())
    .optional(),
});

export type NewApiKey = z.output<typeof newApiKeySchema>;

export const apiKeyIdSchema = z.object({ apiKeyId: z.uuid() });
