import { z } from "zod";
import type { LearnedParameters } from "@/lib/scoring/learning/learned-parameters";
import { signalSpec } from "./signal-spec";

const name = z.string().min(1).max(400);
const numbers = z.array(z.number());
const scaled = { mean: z.number(), sd: z.number().positive(), marksMissing: z.boolean() };

const encoding = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("points") }),
  z.strictObject({ type: z.literal("linear"), ...scaled }),
  z.strictObject({ type: z.literal("log"), ...scaled }),
  z.strictObject({ type: z.literal("hinges"), ...scaled, knots: numbers }),
  z.strictObject({ type: z.literal("bins"), edges: numbers, weights: numbers.min(1), missingWeight: z.number() }),
  z.strictObject({ type: z.literal("levels"), levels: z.array(z.string()) }),
]);

const calibration = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("platt"), intercept: z.number(), slope: z.number() }),
  z.strictObject({ type: z.literal("isotonic"), logOdds: numbers.min(1), probabilities: numbers.min(1) }),
]);

const derived = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ratio"), name, numerator: name, denominator: name }),
  z.strictObject({ type: z.literal("pair"), name, first: name, second: name, cuts: numbers }),
]);

/** A learned model as it is stored: everything that scoring needs of it. */
export const learnedParameters = z.strictObject({
  signals: z.array(z.strictObject({ name, spec: signalSpec })),
  categories: z.array(z.strictObject({ name, trait: z.string() })),
  derived: z.array(derived),
  intercept: z.number(),
  ruleWeights: z.array(z.tuple([z.string(), z.number()])),
  terms: z.array(z.strictObject({ column: name, encoding, coefficients: numbers })),
  groups: z.array(z.strictObject({ key: name, columns: z.array(name) })),
  calibration: calibration.nullable(),
  shift: z.number(),
}) satisfies z.ZodType<LearnedParameters>;
