import { z } from "zod";

/** A row of a batch that was refused: its place in the batch, from 0, and why. */
export const rejectedRow = z.object({ index: z.int(), code: z.string(), message: z.string() });
export type RejectedRow = z.infer<typeof rejectedRow>;

export const outcomeResult = z.object({ accepted: z.int(), duplicates: z.int(), rejected: z.array(rejectedRow) });
export const ingestResult = outcomeResult.extend({
  held: z.int().optional().describe("Rows that wait in the holding pen, where that was asked for"),
});
export const customerResult = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(rejectedRow),
});
