import { z } from "zod";
import { ENCODINGS } from "@/lib/csv/encodings";
import { isTimeZone } from "@/lib/csv/local-time";
import { DATE_FORMATS, parseDateFormat } from "@/lib/csv/parse-date-format";
import { IMPORT_TYPES } from "@/lib/imports/import-types";

export const UNKNOWN_POLICIES = ["create", "hold", "reject"] as const;
export type UnknownPolicy = (typeof UNKNOWN_POLICIES)[number];
export const ERROR_POLICIES = ["skip", "abort"] as const;
export const BLANK_POLICIES = ["keep", "clear"] as const;
export type BlankPolicy = (typeof BLANK_POLICIES)[number];

export const SPLIT_NAMES = ["kind", "occurredAt"] as const;
export const SPLIT_CELLS = ["value", "occurredAt", "nothing"] as const;

/** What is done with rows of a customer or kind that is not known: made, held until somebody mends them, or refused. */
export const unknownPolicy = z.enum(UNKNOWN_POLICIES);

/** Where a field comes from: the name of a column, or the same text for every row. */
export const fieldSource = z.union([z.string().min(1).max(1000), z.strictObject({ constant: z.string().max(1000) })]);
export type FieldSource = z.infer<typeof fieldSource>;

/** How a wide table is taken apart: every row becomes one row for each of these columns whose cell is not blank. */
export const splitOption = z.strictObject({
  columns: z.array(z.string().min(1).max(1000)).min(1).max(1000),
  /** What the name of a column says. */
  names: z
    .enum(SPLIT_NAMES)
    .meta({ description: "What the columns' names say: the kind, or when it was (2026-01, Jan 2026)" }),
  /** What a cell says. */
  cells: z.enum(SPLIT_CELLS).meta({ description: "What a cell says: the value, when it was, or only that it was" }),
  zeros: z.enum(["skip", "keep"]).default("skip"),
});
export type SplitOption = z.infer<typeof splitOption>;

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
  kindMapping: z
    .record(z.string().max(200), z.string().trim().min(1).max(200))
    .refine((map) => Object.keys(map).length <= 1000, { error: "At most 1,000 kinds can be mapped." })
    .optional()
    .meta({ description: "What the file calls a kind, to the key or label of a kind of the catalogue" }),
  split: splitOption.optional(),
  unknownCustomer: unknownPolicy.default("reject"),
  unknownKind: unknownPolicy.default("reject"),
  onError: z.enum(ERROR_POLICIES).default("skip"),
  blankCells: z.enum(BLANK_POLICIES).default("keep").meta({
    description: "Of a customers file: whether a blank cell keeps what is known or clears it. A name is never cleared",
  }),
});

export type ImportOptions = z.infer<typeof importOptions>;

export const importIdParams = z.object({ importId: z.coerce.number().int().positive().max(2_147_483_647) });

export const uploadQuery = z.object({
  type: z.enum([...IMPORT_TYPES, "auto"]).meta({ description: "auto: what its columns look like" }),
  filename: z.string().trim().min(1).max(255),
});

/** What a person says about an uploaded file, to have it read anew. */
export const readingChange = z.strictObject({
  type: z.enum(IMPORT_TYPES).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  header: z.boolean().optional(),
  sheet: z.string().max(100).optional(),
});

export const importListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .describe("The nextCursor of the page before"),
});

/** As importListQuery, for the address of a page: whatever cannot be read is left out. */
export const importListSearch = z.object({
  limit: z.literal(50).catch(50),
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});

/** The formats of dates to choose from. */
export const DATE_FORMAT_CHOICES: readonly string[] = DATE_FORMATS;

/** The encodings to choose from. */
export const ENCODING_CHOICES: readonly string[] = ENCODINGS;
