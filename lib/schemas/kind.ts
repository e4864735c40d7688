import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";
import { plainText } from "./plain-text";

const valences = { "-1": -1, "0": 0, "1": 1 } as const;

/** What can be changed of a kind. Its key never changes: touchpoints and rules name it. */
export const kindChangeSchema = z.object({
  key: z.string().min(1).max(100),
  label: plainText(80),
  category: z.enum(CATEGORIES),
  valence: z.enum(["-1", "0", "1"]).transform((text) => valences[text]),
  halfLifeDays: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().min(0.1).max(3650)),
});

/** One kind becomes another: both by key. */
export const kindMergeSchema = z
  .object({ from: z.string().min(1).max(100), into: z.string().min(1).max(100) })
  .refine(({ from, into }) => from !== into, { path: ["into"], error: "Choose another kind." });

export type KindMerge = z.output<typeof kindMergeSchema>;
export type KindChange = z.output<typeof kindChangeSchema>;
