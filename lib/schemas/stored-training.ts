import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

/** What a training was asked for, with every date decided, as it is stored with its model. */
export const storedTraining = z.strictObject({
  asOf: z.array(instant),
  testAsOf: instant.nullable(),
  /** The day to test on was left to the data. */
  isTestChosen: z.boolean().default(false),
  /** Days that were not tested on, since too few customers broke up after them. */
  testPassedOver: z.array(z.strictObject({ asOf: instant, breakUps: z.int() })).default([]),
  /** The moment whose season the model is anchored to. */
  anchorAsOf: instant,
  /** The organisation's clock: labels are read up to here. */
  knownUntil: instant,
  horizonDays: z.int(),
  signals: z.union([z.literal("all"), z.array(z.string())]),
  trust: z.number().nullable(),
});

export type StoredTraining = z.infer<typeof storedTraining>;
