import { z } from "zod";
import { isTimeZone } from "@/lib/csv/local-time";
import { parseDateFormat } from "@/lib/csv/parse-date-format";
import { unknownPolicy } from "./import-options";
import { plainText } from "./plain-text";

const jsonPath = z.string().max(500);

/** Where a field comes from: a place in what is sent, or the same text every time. */
const hookSource = z.union([z.strictObject({ path: jsonPath }), z.strictObject({ constant: z.string().max(1000) })]);

/** How what a tool sends becomes touchpoints. */
export const hookMapping = z.strictObject({
  /** Where the list of touchpoints stands; "" is what is sent itself, which may be a list or a single one. */
  items: jsonPath.default(""),
  fields: z.record(z.string().max(300), hookSource),
  dateFormat: z
    .string()
    .max(40)
    .refine((text) => parseDateFormat(text) !== undefined, { error: "There is no such date format." })
    .optional(),
  timeZone: z.string().refine(isTimeZone, { error: "There is no such time zone." }).optional(),
  /** What the tool calls a kind, and the kind of the catalogue. */
  kinds: z
    .array(z.strictObject({ said: z.string().max(200), kind: z.string().max(200) }))
    .max(200)
    .default([]),
});
export type HookMapping = z.infer<typeof hookMapping>;

export const newHook = z.strictObject({
  name: plainText(80),
  mapping: hookMapping,
  unknownCustomer: unknownPolicy.default("hold"),
  unknownKind: unknownPolicy.default("hold"),
});
export type NewHook = z.output<typeof newHook>;

export const MAX_SAMPLE_CHARS = 100_000;

export const hookTrial = z.strictObject({ mapping: hookMapping, sample: z.string().max(MAX_SAMPLE_CHARS) });
export type HookTrial = z.infer<typeof hookTrial>;

export const hookIdSchema = z.object({ hookId: z.coerce.number().int().positive().max(2_147_483_647) });

/** The secret part of a hook's address; its shape is looked at where it is looked up. */
export const hookParams = z.object({ token: z.string().max(100) });

export const hookResult = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  held: z.int(),
  rejected: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
});
export type HookResult = z.infer<typeof hookResult>;
