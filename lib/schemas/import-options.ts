import { z } from "zod";
import { isTimeZone } from "@/lib/csv/local-time";
import { DATE_FORMATS, parseDateFormat } from "@/lib/csv/parse-date-format";
import { IMPORT_TYPES } from "@/lib/imports/import-types";

export const UNKNOWN_POLICIES = ["create", "reject"] as const;
export const ERROR_POLICIES = ["skip", "abort"] as const;

const unknownPolicy = z.enum(UNKNOWN_POLICIES);

/** Where a field comes from: the name of a column, or the same text for every row. */
export const fieldSource = z.union([z.string().min(1).max(1000), z.strictObject({ constant: z.string().max(1000) })]);
export type FieldSource = z.infer<typeof fieldSource>;

/** How a file becomes rows. */
export const importOptions = z.strictObject({
  mapping: z
    .record(z.string().max(300), fieldSource)
    .meta({ description: "Field to column, or to {constant}. Traits as `traits.name`, details as `details.name`" }),
  dateFormat: z
    .string()
    .max(40)
    .refine((text) => parseDateFormat(text) !== undefined, {
      error: "There is no such date format. Give one such as DD-MM-YYYY, MM-DD-YYYY, YYYY-MM-DD or epoch-seconds.",
    })
    .optional(),
  numberFormat: z.enum(["point", "comma"]).optional(),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: "There is no such time zone. Give an IANA name such as Europe/Berlin." })
    .optional(),
  unknownCustomer: unknownPolicy.default("reject"),
  unknownKind: unknownPolicy.default("reject"),
  onError: z.enum(ERROR_POLICIES).default("skip"),
});

export type ImportOptions = z.infer<typeof importOptions>;

export const importIdParams = z.object({ importId: z.coerce.number().int().positive().max(2_147_483_647) });

export const uploadQuery = z.object({
  type: z.enum(IMPORT_TYPES),
  filename: z.string().trim().min(1).max(255),
});

export const importListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

/** As importListQuery, for the address of a page: whatever cannot be read is left out. */
export const importListSearch = z.object({
  limit: z.literal(50).catch(50),
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});

/** The formats of dates to choose from. */
export const DATE_FORMAT_CHOICES: readonly string[] = DATE_FORMATS;
