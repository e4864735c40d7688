import { z } from "zod";

/** An instant of ISO 8601 with its offset, such as 2026-06-30T12:00:00Z, in milliseconds. */
export const instantMs = z.iso
  .datetime({ offset: true, error: "Give an instant with its offset, such as 2026-06-30T12:00:00Z." })
  .transform((text) => Date.parse(text));

/** An instant in milliseconds, or a whole local day. */
export type AsOf = number | Readonly<{ date: string }>;

const instantOrDate = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

const asOf = z
  .string()
  .refine((text) => instantOrDate.safeParse(text).success, {
    error: "Give an instant with its offset, such as 2026-06-30T12:00:00Z, or a date for the end of that local day.",
    params: { code: "invalid-format" },
    abort: true,
  })
  .transform((text): AsOf => (text.length === 10 ? { date: text } : Date.parse(text)));

export const asOfQuery = z.strictObject({ asOf: asOf.optional() });
