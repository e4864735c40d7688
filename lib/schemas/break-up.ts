import { z } from "zod";

/** What counts as a break-up: an outcome that somebody recorded, or no touchpoint of the given kinds for so many days. */
export const breakUpDefinition = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("recorded") }),
  z.strictObject({
    type: z.literal("inactivity"),
    kinds: z.array(z.string().min(1).max(100)).min(1).max(100),
    days: z.int().min(1).max(3650),
  }),
]);

export type BreakUpDefinition = z.infer<typeof breakUpDefinition>;
