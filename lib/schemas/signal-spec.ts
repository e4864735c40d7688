import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";
import type { SignalSpec } from "@/lib/scoring/signal-spec";

const name = z.string().min(1).max(100);
const valence = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

const filter = z.strictObject({
  kinds: z.array(name).max(200).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  valences: z.array(valence).optional(),
});

const days = z.number();
const measure = z.enum(["count", "value"]);

/** The shape of a signal in JSON; ranges and references are checked by compileScorer, which names every fault. */
export const signalSpec = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("count"), filter, windowDays: days }),
  z.strictObject({ type: z.literal("active-days"), filter, windowDays: days }),
  z.strictObject({ type: z.literal("sum"), filter, windowDays: days }),
  z.strictObject({ type: z.literal("decayed-sum"), filter, halfLifeDays: days.optional(), measure }),
  z.strictObject({ type: z.literal("days-since"), filter }),
  z.strictObject({
    type: z.literal("silence"),
    filter,
    regularity: z.number(),
    priorGapDays: days,
    priorGaps: z.number(),
    unit: z.enum(["bits", "probability"]),
  }),
  z.strictObject({
    type: z.literal("trend"),
    filter,
    recentDays: days,
    baselineDays: days,
    shrinkage: z.number(),
    measure,
  }),
  z.strictObject({
    type: z.literal("value"),
    filter,
    field: z.enum(["value", "sentiment"]),
    statistic: z.enum(["latest", "mean", "minimum"]),
    windowDays: days,
  }),
  z.strictObject({ type: z.literal("days-to-renewal") }),
  z.strictObject({ type: z.literal("tenure") }),
  z.strictObject({ type: z.literal("lifetime-frequency"), filter }),
  z.strictObject({ type: z.literal("season"), months: z.array(z.int()) }),
  z.strictObject({ type: z.literal("unresolved"), filter, closedBy: filter, graceDays: days, windowDays: days }),
  z.strictObject({ type: z.literal("sequence"), first: filter, next: filter, withinDays: days, windowDays: days }),
  z.strictObject({
    type: z.literal("no-purchase"),
    filter,
    aheadDays: days,
    r: z.number(),
    alpha: z.number(),
    a: z.number(),
    b: z.number(),
    unit: z.enum(["probability", "log-odds"]),
  }),
  z.strictObject({ type: z.literal("trait-number"), trait: name }),
  z.strictObject({ type: z.literal("trait-is"), trait: name, oneOf: z.array(z.string().max(200)).max(200) }),
]) satisfies z.ZodType<SignalSpec>;
