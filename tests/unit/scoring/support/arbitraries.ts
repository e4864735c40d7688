import fc from "fast-check";
import type { Comparison, Condition } from "@/lib/scoring/condition";
import type { MissingPolicy, RuleDefinition, SignalRule } from "@/lib/scoring/rule-definition";
import { checkCondition } from "@/lib/scoring/rules/check-condition";
import { checkContradictions } from "@/lib/scoring/rules/check-contradictions";
import { checkExceptions } from "@/lib/scoring/rules/check-exceptions";
import type { KindFilter, SignalSpec } from "@/lib/scoring/signal-spec";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";
import { KINDS, kindId } from "./catalogue";
import { facts, inDays, journey } from "./journey";

const kindKeys = KINDS.map((kind) => kind.key);

/** Days before NOW_MS on a coarse grid, so that equal times and the edges of windows come up often. */
const daysAgo = fc.oneof(
  fc.integer({ min: -40, max: 400 }),
  fc.integer({ min: -160, max: 1_600 }).map((quarters) => quarters / 4),
);

const happening = fc.record({
  kind: fc.constantFrom(...kindKeys),
  daysAgo,
  value: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -5, max: 20 })),
  sentiment: fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: -4, max: 4 }).map((quarters) => quarters / 4),
  ),
});

/** A customer's touchpoints around NOW_MS, some of them after it. */
export const anyTouchpoints: fc.Arbitrary<TouchpointColumns> = fc
  .array(happening, { maxLength: 60 })
  .map((happenings) => journey(...happenings));

export const anyFacts: fc.Arbitrary<CustomerFacts> = fc
  .record({
    startedOnMs: fc.option(daysAgo.map((days) => inDays(-days))),
    renewsOnMs: fc.option(daysAgo.map(inDays)),
    seats: fc.option(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom("12", "many", true))),
  })
  .map(({ startedOnMs, renewsOnMs, seats }) =>
    facts({ startedOnMs, renewsOnMs, traits: new Map(seats === null ? [] : [["seats", seats]]) }),
  );

/** Ascending instants around NOW_MS, possibly equal. */
export const anyInstants: fc.Arbitrary<readonly number[]> = fc
  .array(fc.integer({ min: -400, max: 120 }), { minLength: 1, maxLength: 6 })
  .map((days) => [...days].sort((a, b) => a - b).map(inDays));

export const anyFilter: fc.Arbitrary<KindFilter> = fc.oneof(
  fc.constant({}),
  fc.record({ kinds: fc.uniqueArray(fc.constantFrom(...kindKeys), { minLength: 1, maxLength: 4 }) }),
  fc.record({
    categories: fc.uniqueArray(fc.constantFrom("purchase", "complaint", "usage", "feedback"), { minLength: 1 }),
  }),
  fc.record({ valences: fc.uniqueArray(fc.constantFrom(-1, 0, 1), { minLength: 1, maxLength: 2 }) }),
  fc.record({
    categories: fc.constant(["purchase", "complaint"]),
    valences: fc.constantFrom([-1], [1]),
  }),
) as fc.Arbitrary<KindFilter>;

const days = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.5, 7.25, 30.5));
const measure = fc.constantFrom("count", "value");

/** Signals of every type. */
export const anySignal: fc.Arbitrary<SignalSpec> = fc.oneof(
  fc.record({ type: fc.constant("count"), filter: anyFilter, windowDays: days }),
  fc.record(
    { type: fc.constant("decayed-sum"), filter: anyFilter, halfLifeDays: days, measure },
    { requiredKeys: ["type", "filter", "measure"] },
  ),
  fc.record({ type: fc.constantFrom("active-days", "sum"), filter: anyFilter, windowDays: days }),
  fc.record({
    type: fc.constant("no-purchase"),
    filter: anyFilter,
    aheadDays: days,
    r: fc.constantFrom(0.25, 0.5, 2),
    alpha: fc.constantFrom(1, 4.5, 10),
    a: fc.constantFrom(0.5, 0.8),
    b: fc.constantFrom(1, 2.5),
    unit: fc.constantFrom("probability", "log-odds"),
  }),
  fc.record({ type: fc.constant("days-since"), filter: anyFilter }),
  fc.record({
    type: fc.constant("silence"),
    filter: anyFilter,
    regularity: fc.integer({ min: 1, max: 4 }),
    priorGapDays: days,
    priorGaps: fc.constantFrom(0.5, 1, 2, 5),
    unit: fc.constantFrom("bits", "probability"),
  }),
  fc.record({
    type: fc.constant("trend"),
    filter: anyFilter,
    recentDays: days,
    baselineDays: days,
    shrinkage: fc.constantFrom(0.5, 2, 10),
    measure,
  }),
  fc.record({
    type: fc.constant("value"),
    filter: anyFilter,
    field: fc.constantFrom("value", "sentiment"),
    statistic: fc.constantFrom("latest", "mean", "minimum"),
    windowDays: days,
  }),
  fc.record({ type: fc.constantFrom("days-to-renewal", "tenure") }),
  fc.record({ type: fc.constant("lifetime-frequency"), filter: anyFilter }),
  fc.record({
    type: fc.constant("season"),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  }),
  fc
    .record({
      type: fc.constant("unresolved"),
      filter: anyFilter,
      closedBy: anyFilter,
      graceDays: fc.integer({ min: 0, max: 30 }),
      windowDays: days,
    })
    .filter((spec) => spec.graceDays < spec.windowDays),
  fc.record({ type: fc.constant("sequence"), first: anyFilter, next: anyFilter, withinDays: days, windowDays: days }),
  fc.record({ type: fc.constant("trait-number"), trait: fc.constant("seats") }),
  fc.record({ type: fc.constant("trait-is"), trait: fc.constant("seats"), oneOf: fc.constant(["12", "true"]) }),
) as fc.Arbitrary<SignalSpec>;

const points = fc.integer({ min: -60, max: 60 });

export const anyEffect: fc.Arbitrary<SignalRule["effect"]> = fc.oneof(
  fc.record({
    type: fc.constant("step" as const),
    thresholds: fc.uniqueArray(fc.record({ from: fc.integer({ min: -10, max: 60 }), points }), {
      selector: (threshold) => threshold.from,
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc
    .record({
      type: fc.constant("ramp" as const),
      from: fc.integer({ min: -5, max: 50 }),
      to: fc.integer({ min: -5, max: 50 }),
      points,
    })
    .filter((effect) => effect.from !== effect.to),
);

export const anyMissingPolicy: fc.Arbitrary<MissingPolicy> = fc.constantFrom("ignore", "neutral", "counts-against");

/** Comparisons with limits that signals of the small world fall on, below and above. */
const anyComparison = fc.oneof(
  fc.record({
    signal: anySignal,
    is: fc.constantFrom("at-least", "at-most", "above", "below"),
    value: fc.constantFrom(-1, 0, 0.5, 1, 2, 5, 30, 90),
  }),
  fc.record({
    signal: anySignal,
    is: fc.constant("between"),
    from: fc.constantFrom(-2, 0, 1),
    to: fc.constantFrom(1, 9),
  }),
  fc.record({ signal: anySignal, is: fc.constantFrom("known", "missing") }),
  fc.record({
    signal: fc.constantFrom(
      { type: "season", months: [6, 7] },
      { type: "trait-is", trait: "seats", oneOf: ["12", "true"] },
    ),
    is: fc.constantFrom("yes", "no"),
  }),
) as fc.Arbitrary<Comparison>;

const MOST_REFUSED_RUNNING = 2_000;

/** Whether a checker finds nothing. One that refuses everything is a fault of its own, and would be asked for ever. */
function passes<Given>(check: (given: Given, report: () => void) => void): (given: Given) => boolean {
  let refusedRunning = 0;
  return (given) => {
    let faults = 0;
    check(given, () => {
      faults++;
    });
    refusedRunning = faults === 0 ? 0 : refusedRunning + 1;
    if (refusedRunning > MOST_REFUSED_RUNNING) throw new Error("the checker refuses whatever is made for it");
    return faults === 0;
  };
}

const kindKeySet = new Set(kindKeys);

/** Sound conditions, most of them shallow. */
export const anyCondition: fc.Arbitrary<Condition> = fc
  .letrec<{ condition: Condition; list: Condition[] }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthIdentifier: "condition" },
      anyComparison,
      fc.record({ all: tie("list") }),
      fc.record({ any: tie("list") }),
      fc.record({ not: tie("condition") }),
    ),
    list: fc.array(tie("condition"), { minLength: 1, maxLength: 3, depthIdentifier: "condition" }),
  }))
  .condition.filter(passes((condition, report) => checkCondition(condition, kindKeySet, "when", report)));

const anyExceptions = fc
  .array(fc.record({ when: anyCondition, times: fc.constantFrom(0, 0.5, 1, 2) }, { requiredKeys: ["when"] }), {
    minLength: 1,
    maxLength: 3,
  })
  .filter(passes((except, report) => checkExceptions(except, kindKeySet, "except", report)));

const anyBody = fc.oneof(
  { weight: 3, arbitrary: fc.record({ signal: anySignal, effect: anyEffect, missing: anyMissingPolicy }) },
  {
    weight: 1,
    arbitrary: fc.record({ signal: anySignal, effect: anyEffect, missing: anyMissingPolicy, when: anyCondition }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      when: anyCondition,
      effect: fc.record({ type: fc.constant("points" as const), points }),
    }),
  },
);

/** A sound rule set over the small catalogue: some in the group `shared`, some with conditions and exceptions. */
export const anyRules: fc.Arbitrary<readonly RuleDefinition[]> = fc
  .array(
    fc.record({
      body: anyBody,
      except: fc.option(anyExceptions, { nil: undefined, freq: 4 }),
      capPoints: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      grouped: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rules) =>
    rules.map(({ body, grouped, capPoints, except }, at) => ({
      ...body,
      key: `rule-${at}`,
      label: `Rule ${at}`,
      category: "usage" as const,
      ...(capPoints === undefined ? {} : { capPoints }),
      ...(except === undefined ? {} : { except }),
      ...(grouped ? { group: "shared" } : {}),
    })),
  )
  .filter(passes((rules, report) => checkContradictions(rules, report)));

/** The same touchpoints with one more, in its place in time. */
export function withOneMore(
  touchpoints: TouchpointColumns,
  kind: string,
  atMs: number,
  value: number,
): TouchpointColumns {
  const at = touchpoints.occurredAtMs.findIndex((timeMs) => timeMs > atMs);
  const position = at < 0 ? touchpoints.length : at;
  const insert = <Numbers extends Float64Array | Uint16Array>(into: Numbers, one: number): number[] => [
    ...into.slice(0, position),
    one,
    ...into.slice(position),
  ];
  return {
    length: touchpoints.length + 1,
    occurredAtMs: Float64Array.from(insert(touchpoints.occurredAtMs, atMs)),
    kindId: Uint16Array.from(insert(touchpoints.kindId, kindId(kind))),
    value: Float64Array.from(insert(touchpoints.value, value)),
    sentiment: Float64Array.from(insert(touchpoints.sentiment, Number.NaN)),
  };
}
