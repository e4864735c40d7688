import { z } from "zod";

export const WARNINGS = ["before-start", "future", "far-outlier"] as const;

/** Rows that would come in and that someone should look at: how many, and the first of them. */
const warning = z.object({
  code: z.enum(WARNINGS),
  /** The kind whose values lie apart; null for dates. */
  kind: z.string().nullable(),
  rows: z.int(),
  examples: z.array(z.object({ line: z.int(), text: z.string() })),
});

const counted = z.object({ name: z.string(), rows: z.int() });

/** What a dry run found besides its counts; an older one found nothing of it. */
export const dryRunFindings = z.object({
  warnings: z.array(warning).default([]),
  /** Faults by their code, the most frequent first. */
  faults: z.array(counted).default([]),
  /** Kinds of the file that the catalogue has not, the most frequent first. */
  newKinds: z.array(counted).default([]),
  unknownCustomers: z.int().default(0),
  /** The first rows of each fate, as they stand in the file. */
  samples: z
    .array(
      z.object({
        fate: z.enum(["created", "updated", "unchanged", "duplicate"]),
        line: z.int(),
        fields: z.array(z.string()),
      }),
    )
    .default([]),
});

export type ImportWarning = z.infer<typeof warning>;
export type DryRunFindings = z.infer<typeof dryRunFindings>;
