import { z } from "zod";

/** A model as it is stored. `assumed`: the base rate is a convention until enough break-ups were seen. */
export const modelParameters = z.strictObject({
  kind: z.literal("prior"),
  intercept: z.number(),
  /** [rule key, weight]: a record would drop a rule called `__proto__`. */
  weights: z.array(z.tuple([z.string(), z.number()])).default([]),
  anchor: z
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
    .default(null),
});

export type StoredModel = z.infer<typeof modelParameters>;
