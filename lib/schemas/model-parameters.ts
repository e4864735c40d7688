import { z } from "zod";
import { breakUpDefinition } from "./break-up";
import { learnedParameters } from "./learned-parameters";

const anchor = z
  .strictObject({
    asOf: z.iso.datetime({ offset: true }),
    horizonDays: z.int(),
    /** Customers at the start of a horizon, and break-ups within it, over all horizons looked at. */
    customers: z.int(),
    breakUps: z.int(),
    baseRate: z.number(),
    /** What the anchor was reckoned with; another rule set or break-up definition asks for a new one. */
    basis: z.string(),
  })
  .nullable()
  .default(null);

/** The rules' points as they are. The base rate is a convention until enough break-ups were seen: the anchor is then null. */
const priorModel = z.strictObject({
  kind: z.literal("prior"),
  intercept: z.number(),
  /** [rule key, weight]: a record would drop a rule called `__proto__`. */
  weights: z.array(z.tuple([z.string(), z.number()])).default([]),
  anchor,
});

/** Weights learned from outcomes, and what the outcomes were of. */
const learnedModel = z.strictObject({
  kind: z.literal("learned"),
  learned: learnedParameters,
  trainedFor: z.strictObject({
    horizonDays: z.int(),
    breakUp: breakUpDefinition,
    populationActiveWithinDays: z.int().nullable(),
    timeZone: z.string(),
    /** The last instant of the training rows. */
    lastAsOf: z.iso.datetime({ offset: true }),
  }),
  anchor,
});

/** A model as it is stored. */
export const modelParameters = z.discriminatedUnion("kind", [priorModel, learnedModel]);

export type StoredModel = z.infer<typeof modelParameters>;
export type StoredLearnedModel = z.infer<typeof learnedModel>;
