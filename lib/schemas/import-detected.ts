import { z } from "zod";
import { DATE_ORDERS } from "@/lib/csv/date-shape";
import { ENCODINGS } from "@/lib/csv/encodings";
import { NUMBER_FORMATS } from "@/lib/csv/parse-number";

const column = z.object({
  /** Unique: of columns that share a name, the second is `name (2)`. */
  name: z.string(),
  samples: z.array(z.string()),
  /** The field that the column probably is. */
  suggestion: z.string().nullable(),
  problem: z.enum(["blank-name", "duplicate-name"]).nullable(),
});

const splitColumns = z.object({
  /** Columns of the file itself. */
  width: z.int(),
  columns: z.array(z.object({ index: z.int(), name: z.string() })),
  keepsZeros: z.boolean(),
});

/** What was found in an uploaded file, as it is stored with the import. */
export const importDetected = z.object({
  encoding: z.enum(ENCODINGS),
  delimiter: z.string().length(1),
  header: z.boolean(),
  hasSepLine: z.boolean(),
  isPacked: z.boolean(),
  columns: z.array(column),
  /** The workbook that the rows come from, and which of its sheets was read. */
  workbook: z.object({ sheet: z.string(), sheets: z.array(z.string()), unsolvedFormulas: z.int() }).optional(),
  /** Columns that are taken apart: every row becomes several, with the name of a column and its cell in two columns more. */
  split: splitColumns.optional(),
});

export type ImportDetected = z.infer<typeof importDetected>;
export type DetectedColumn = z.infer<typeof column>;

/** What was decided once from the options and a sample, so that a resumed import reads the file in the same way. */
export const importReading = z.object({
  order: z.enum(DATE_ORDERS),
  twoDigitYears: z.boolean(),
  timeZone: z.string(),
  numberFormat: z.enum(NUMBER_FORMATS),
  currency: z.string().length(3),
});

export type ImportReading = z.infer<typeof importReading>;
