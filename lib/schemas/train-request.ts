import { z } from "zod";

const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "Give a date such as 2026-03-31 (the end of that local day), or an instant with its offset.",
  })
  .refine((text) => Date.parse(text) >= Date.UTC(1900, 0, 1) && Date.parse(text) < Date.UTC(2200, 0, 1), {
    error: "This is not between 1900 and 2200.",
    params: { code: "out-of-range" },
  });

/** What to train on. Everything may be left out: the dates then come from the data. */
export const trainRequest = z
  .strictObject({
    asOf: z
      .array(moment)
      .min(1)
      .max(24)
      .optional()
      .describe(
        "When to look at customers, to learn from what happened in the horizon after; a date is the end of that local day",
      ),
    testAsOf: moment
      .optional()
      .describe(
        "When to look at customers that the model is tested on; the clock itself: no test, but out-of-fold figures",
      ),
    horizonDays: z.int().min(1).max(730).optional().describe("Left out: the organisation's"),
    signals: z
      .union([z.literal("all"), z.array(z.string().min(1).max(200)).max(500)])
      .default("all")
      .describe("Learned signals by name; an empty list learns the weights of rules alone"),
    trust: z
      .number()
      .min(0.01)
      .max(5)
      .optional()
      .describe("Standard deviation of a rule's weight around 1: small means that the rules' points are trusted"),
  })
  .meta({ id: "TrainRequest" });

export type TrainRequest = z.infer<typeof trainRequest>;
