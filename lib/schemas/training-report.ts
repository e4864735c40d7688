import { z } from "zod";

/** NaN has no place in JSON: a figure that is not defined is null. */
const figure = z.number().nullable();
const interval = z.strictObject({ value: figure, low: figure, high: figure });
const evaluation = z.strictObject({
  auc: interval,
  averagePrecision: interval,
  brier: interval,
  logLoss: interval,
  ece: interval,
  slope: interval,
  lift10: interval,
});

/** What a training found, as it is stored with its model and shown. */
export const trainingReport = z.strictObject({
  /** Out-of-time: rows of a later date. Out-of-fold: each row by a model of other customers. */
  test: z.strictObject({
    type: z.enum(["out-of-time", "out-of-fold"]),
    rows: z.int(),
    breakUps: z.int(),
  }),
  /** On the same rows: one rate for all, the rules as stated, a plain regression, and this model. */
  models: z.strictObject({ constant: evaluation, rules: evaluation, plain: evaluation, candidate: evaluation }),
  calibration: z.array(
    z.strictObject({ rows: z.int(), predicted: z.number(), happened: z.number(), low: z.number(), high: z.number() }),
  ),
  lift: z.array(
    z.strictObject({ share: z.number(), rows: z.int(), breakUps: z.int(), caught: z.number(), lift: z.number() }),
  ),
  chosen: z.strictObject({
    terms: z.array(z.strictObject({ column: z.string(), shape: z.string() })),
    calibration: z.enum(["none", "platt", "isotonic"]),
    crossValidatedLogLoss: figure,
  }),
  season: z
    .strictObject({ asOf: z.string(), customers: z.int(), breakUps: z.int(), rate: z.number(), shift: z.number() })
    .nullable(),
});
export type TrainingReport = z.infer<typeof trainingReport>;

/** What there was to learn from. */
export const panelReport = z.strictObject({
  rows: z.int(),
  customers: z.int(),
  breakUps: z.int(),
  dates: z.array(
    z.strictObject({
      asOf: z.string(),
      rows: z.int(),
      breakUps: z.int(),
      /** Rows whose horizon is not over, and which are not learned from. */
      notOver: z.int(),
    }),
  ),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(["rule", "number", "category"]),
      missing: z.number(),
      /** Of a number: 5%, 25%, 50%, 75%, 95%. */
      quantiles: z.array(z.number()).nullable(),
      /** Of a category: the most common levels with their share of rows. */
      levels: z.array(z.tuple([z.string(), z.number()])).nullable(),
    }),
  ),
  /** Kinds that were left out, with why. */
  excludedKinds: z.array(z.strictObject({ kind: z.string(), because: z.string() })),
});
export type PanelReport = z.infer<typeof panelReport>;

/** What is stored in `model.metrics`; nothing for a model that was never trained. */
export const modelMetrics = z.strictObject({
  panel: panelReport.optional(),
  training: trainingReport.optional(),
});
export type ModelMetrics = z.infer<typeof modelMetrics>;
