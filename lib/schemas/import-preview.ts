import { z } from "zod";

const shown = z.union([z.object({ value: z.string() }), z.object({ fault: z.string() })]);

const datePreview = z.object({
  field: z.string(),
  found: z.enum(["ymd", "dmy", "mdy", "ambiguous", "contradicting", "unreadable", "none"]),
  /** Day and month can be confused and nobody said which is which: then each sample is read both ways, day first. */
  isOpen: z.boolean(),
  /** An instant in UTC, or a day. */
  samples: z.array(z.object({ text: z.string(), read: z.array(shown) })),
});

const kindPreview = z.object({
  name: z.string(),
  rows: z.int(),
  known: z.string().nullable().meta({ description: "The key of the kind of the catalogue, null for an unknown one" }),
});

/** What the first rows of a file would be under options that are still being chosen. */
export const importPreview = z.object({
  rows: z.int(),
  timeZone: z.string(),
  dates: z.array(datePreview),
  kinds: z.array(kindPreview),
});

export type DatePreview = z.infer<typeof datePreview>;
export type KindPreview = z.infer<typeof kindPreview>;
export type ImportPreview = z.infer<typeof importPreview>;
