import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";

/** The kinds of an earlier configuration as they are stored: without labels, which change no score. */
export const keptKinds = z.array(
  z.strictObject({
    id: z.int(),
    key: z.string(),
    category: z.enum(CATEGORIES),
    valence: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    halfLifeDays: z.number(),
  }),
);

export type KeptKind = z.infer<typeof keptKinds>[number];
