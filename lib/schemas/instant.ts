import { z } from "zod";

/** An instant of ISO 8601 with its offset, such as 2026-06-30T12:00:00Z, in milliseconds. */
export const instantMs = z.iso
  .datetime({ offset: true, error: "Give an instant with its offset, such as 2026-06-30T12:00:00Z." })
  .transform((text) => Date.parse(text));

export const asOfQuery = z.strictObject({ asOf: instantMs.optional() });
