import { describe, expect, it } from "vitest";
import type { Category } from "@/lib/kinds/categories";
import { compileScorer } from "@/lib/scoring/compile-scorer";
import { ConfigurationError } from "@/lib/scoring/configuration-error";
import type { MissingPolicy, SignalRule } from "@/lib/scoring/rule-definition";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { KINDS } from "./support/catalogue";
import { each, facts, inDays, journey, NOW_MS } from "./support/journey";
import { configuration, ramp, rule, scorer, step } from "./support/rules";

/** The faults of a configuration, as `path: message`. */
function faultsOf(given: ScoringConfiguration): readonly string[] {
  try {
    compileScorer(given);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

function faultsOfRule(given: Partial<SignalRule>): readonly string[] {
  return faultsOf(configuration([rule(given)]));
}

function faultsOfSignal(signal: SignalSpec): readonly string[] {
  return faultsOfRule({ signal });
}

describe("a sound configuration", () => {
  it("compiles", () => {
    expect(faultsOf(configuration([rule()]))).toEqual([]);
  });

  it("may have no rules at all: then the score is the intercept", () => {
    const empty = scorer([], { model: { intercept: -1.5, weights: new Map() } });
    const score = empty.scoreAt(journey(...each("call", 3)), facts(), NOW_MS);
    expect(score).toMatchObject({ logOdds: -1.5, intercept: -1.5, reasons: [] });
    expect(score.probability).toBeCloseTo(1 / (1 + Math.exp(1.5)), 14);
  });

  it("may have no kinds", () => {
    expect(faultsOf(configuration([rule({ signal: { type: "tenure" } })], { kinds: [] }))).toEqual([]);
  });

  it("says which rules it has and how far it looks ahead", () => {
    const compiled = scorer([rule({ key: "b" }), rule({ key: "a" })], { horizonDays: 30 });
    expect(compiled.ruleKeys).toEqual(["b", "a"]);
    expect(compiled.horizonDays).toBe(30);
  });

  it("takes names that objects already have for names like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const kinds = names.map((key, at) => ({ ...KINDS[0]!, id: at + 1, key, label: key }));
    const rules = names.map((key) =>
      rule({ key, label: key, group: key, signal: { type: "count", filter: { kinds: [key] }, windowDays: 60 } }),
    );
    const groups = names.map((key) => ({ key, label: key, capPoints: 50 }));
    const weights = new Map(names.map((key) => [key, 2]));
    const compiled = compileScorer({ kinds, rules, groups, model: { intercept: 0, weights }, horizonDays: 90 });
    const score = compiled.scoreAt(journey(...each("complaint", 2)), facts(), NOW_MS);
    expect(score.reasons).toMatchObject([
      { ruleKey: "__proto__", points: expect.closeTo(20, 9), text: { values: { noun: "other" } } },
    ]);
  });
});

describe("faults of a signal", () => {
  const filter = { kinds: ["complaint"] };

  it.each<{ what: string; signal: SignalSpec; fault: string }>([
    {
      what: "an unknown kind",
      signal: { type: "count", filter: { kinds: ["complaint", "compliant"] }, windowDays: 60 },
      fault: 'rules[0].signal.filter.kinds[1]: there is no kind "compliant"',
    },
    {
      what: "an unknown category",
      signal: { type: "days-since", filter: { categories: ["weather" as Category] } },
      fault: 'rules[0].signal.filter.categories[0]: there is no category "weather"',
    },
    {
      what: "an empty list of kinds",
      signal: { type: "days-since", filter: { kinds: [] } },
      fault: "rules[0].signal.filter.kinds: must not be empty; leave it out to take all",
    },
    {
      what: "an empty list of valences",
      signal: { type: "days-since", filter: { valences: [] } },
      fault: "rules[0].signal.filter.valences: must not be empty; leave it out to take all",
    },
    {
      what: "a window of 0",
      signal: { type: "count", filter, windowDays: 0 },
      fault: "rules[0].signal.windowDays: must be above 0, not 0",
    },
    {
      what: "a window of a hundred years",
      signal: { type: "value", filter, field: "value", statistic: "mean", windowDays: 36_500 },
      fault: "rules[0].signal.windowDays: must be at most 3650, not 36500",
    },
    {
      what: "a negative window",
      signal: { type: "count", filter, windowDays: -1 },
      fault: "rules[0].signal.windowDays: must be above 0, not -1",
    },
    {
      what: "a window that is not a number",
      signal: { type: "count", filter, windowDays: Number.NaN },
      fault: "rules[0].signal.windowDays: must be a finite number",
    },
    {
      what: "a half-life of 0",
      signal: { type: "decayed-sum", filter, halfLifeDays: 0, measure: "count" },
      fault: "rules[0].signal.halfLifeDays: must be above 0, not 0",
    },
    {
      what: "half a regularity",
      signal: { type: "silence", filter, regularity: 1.5, priorGapDays: 30, priorGaps: 2, unit: "bits" },
      fault: "rules[0].signal.regularity: must be a whole number, not 1.5",
    },
    {
      what: "too much regularity",
      signal: { type: "silence", filter, regularity: 11, priorGapDays: 30, priorGaps: 2, unit: "bits" },
      fault: "rules[0].signal.regularity: must be at most 10, not 11",
    },
    {
      what: "a prior without weight",
      signal: { type: "silence", filter, regularity: 1, priorGapDays: 30, priorGaps: 0, unit: "bits" },
      fault: "rules[0].signal.priorGaps: must be above 0, not 0",
    },
    {
      what: "a prior gap without length",
      signal: { type: "silence", filter, regularity: 1, priorGapDays: 0, priorGaps: 1, unit: "bits" },
      fault: "rules[0].signal.priorGapDays: must be above 0, not 0",
    },
    {
      what: "a trend without shrinkage",
      signal: { type: "trend", filter, recentDays: 30, baselineDays: 90, shrinkage: 0, measure: "count" },
      fault: "rules[0].signal.shrinkage: must be above 0, not 0",
    },
    {
      what: "a trend without a recent window",
      signal: { type: "trend", filter, recentDays: 0, baselineDays: 90, shrinkage: 1, measure: "count" },
      fault: "rules[0].signal.recentDays: must be above 0, not 0",
    },
    {
      what: "a trend with an endless baseline",
      signal: { type: "trend", filter, recentDays: 30, baselineDays: 4_000, shrinkage: 1, measure: "count" },
      fault: "rules[0].signal.baselineDays: must be at most 3650, not 4000",
    },
    {
      what: "a season of no months",
      signal: { type: "season", months: [] },
      fault: "rules[0].signal.months: must name at least one month",
    },
    {
      what: "a thirteenth month",
      signal: { type: "season", months: [1, 13] },
      fault: "rules[0].signal.months[1]: must be at most 12, not 13",
    },
    {
      what: "a month 0",
      signal: { type: "season", months: [0] },
      fault: "rules[0].signal.months[0]: must be at least 1, not 0",
    },
    {
      what: "an unknown closing kind",
      signal: { type: "unresolved", filter, closedBy: { kinds: ["solved"] }, graceDays: 7, windowDays: 60 },
      fault: 'rules[0].signal.closedBy.kinds[0]: there is no kind "solved"',
    },
    {
      what: "a grace as long as the window",
      signal: { type: "unresolved", filter, closedBy: filter, graceDays: 60, windowDays: 60 },
      fault: "rules[0].signal.graceDays: must be shorter than the window",
    },
    {
      what: "a negative grace",
      signal: { type: "unresolved", filter, closedBy: filter, graceDays: -1, windowDays: 60 },
      fault: "rules[0].signal.graceDays: must be at least 0, not -1",
    },
    {
      what: "a sequence within no time",
      signal: { type: "sequence", first: filter, next: filter, withinDays: 0, windowDays: 60 },
      fault: "rules[0].signal.withinDays: must be above 0, not 0",
    },
    {
      what: "a sequence of an unknown beginning",
      signal: { type: "sequence", first: { kinds: ["x"] }, next: filter, withinDays: 9, windowDays: 60 },
      fault: 'rules[0].signal.first.kinds[0]: there is no kind "x"',
    },
    {
      what: "a sequence of an unknown end",
      signal: { type: "sequence", first: filter, next: { kinds: ["y"] }, withinDays: 9, windowDays: 60 },
      fault: 'rules[0].signal.next.kinds[0]: there is no kind "y"',
    },
    {
      what: "a trait without a name",
      signal: { type: "trait-number", trait: "" },
      fault: "rules[0].signal.trait: must name a trait",
    },
    {
      what: "a category without a trait",
      signal: { type: "trait-is", trait: "", oneOf: ["x"] },
      fault: "rules[0].signal.trait: must name a trait",
    },
    {
      what: "a category without values",
      signal: { type: "trait-is", trait: "plan", oneOf: [] },
      fault: "rules[0].signal.oneOf: must name at least one value",
    },
    {
      what: "a type that there is not",
      signal: { type: "mood" } as unknown as SignalSpec,
      fault: 'rules[0].signal.type: there is no signal "mood"',
    },
    {
      what: "a type that objects have",
      signal: { type: "constructor" } as unknown as SignalSpec,
      fault: 'rules[0].signal.type: there is no signal "constructor"',
    },
  ])("names $what", ({ signal, fault }) => {
    expect(faultsOfSignal(signal)).toEqual([fault]);
  });

  it("may be a category that no kind has: it never matches", () => {
    expect(faultsOfSignal({ type: "count", filter: { categories: ["marketing"] }, windowDays: 9 })).toEqual([]);
  });
});

describe("faults of a rule", () => {
  it.each<{ what: string; effect: SignalRule["effect"]; faults: readonly string[] }>([
    { what: "no thresholds", effect: step(), faults: ["rules[0].effect.thresholds: must have at least one threshold"] },
    {
      what: "points beyond the limit",
      effect: step([1, 201], [2, -201]),
      faults: [
        "rules[0].effect.thresholds[0].points: must be at most 200, not 201",
        "rules[0].effect.thresholds[1].points: must be at least -200, not -201",
      ],
    },
    {
      what: "points of a billion",
      effect: ramp(0, 1, 1e9),
      faults: ["rules[0].effect.points: must be at most 200, not 1000000000"],
    },
    {
      what: "points that are not a number",
      effect: ramp(0, 1, Number.NaN),
      faults: ["rules[0].effect.points: must be a finite number"],
    },
    {
      what: "the same threshold twice",
      effect: step([1, 5], [2, 6], [1, 7]),
      faults: ["rules[0].effect.thresholds[2].from: 1 is already a threshold"],
    },
    {
      what: "an infinite threshold",
      effect: step([Number.POSITIVE_INFINITY, 5]),
      faults: ["rules[0].effect.thresholds[0].from: must be a finite number"],
    },
    {
      what: "a ramp without length",
      effect: ramp(2, 2, 10),
      faults: ["rules[0].effect.to: must differ from where the ramp begins"],
    },
    {
      what: "a ramp from nowhere",
      effect: ramp(Number.NaN, 2, 10),
      faults: ["rules[0].effect.from: must be a finite number"],
    },
    {
      what: "a ramp to nowhere",
      effect: ramp(2, Number.NEGATIVE_INFINITY, 10),
      faults: ["rules[0].effect.to: must be a finite number"],
    },
    {
      what: "an unknown effect",
      effect: { type: "leap" } as unknown as SignalRule["effect"],
      faults: ["rules[0].effect.type: is not a known type of effect"],
    },
  ])("names $what", ({ effect, faults }) => {
    expect(faultsOfRule({ effect })).toEqual(faults);
  });

  it("names too many thresholds", () => {
    const thresholds = Array.from({ length: 101 }, (_, at) => [at, 1] as const);
    expect(faultsOfRule({ effect: step(...thresholds) })).toEqual([
      "rules[0].effect.thresholds: may have at most 100 thresholds",
    ]);
    expect(faultsOfRule({ effect: step(...thresholds.slice(1)) })).toEqual([]);
  });

  it.each([
    { capPoints: 0, fault: "must be above 0, not 0" },
    { capPoints: -5, fault: "must be above 0, not -5" },
    { capPoints: 201, fault: "must be at most 200, not 201" },
  ])("names a cap of $capPoints", ({ capPoints, fault }) => {
    expect(faultsOfRule({ capPoints })).toEqual([`rules[0].capPoints: ${fault}`]);
  });

  it("names an unknown policy for what is missing", () => {
    expect(faultsOfRule({ missing: "guess" as MissingPolicy })).toEqual([
      "rules[0].missing: must be one of ignore, neutral, counts-against",
    ]);
  });

  it("names a group that there is not", () => {
    expect(faultsOfRule({ group: "sour" })).toEqual(['rules[0].group: there is no group "sour"']);
  });

  it.each(["", "x".repeat(101)])("names a key that is too short or too long", (key) => {
    expect(faultsOfRule({ key })).toEqual(["rules[0].key: must have 1 to 100 characters"]);
  });
});

describe("faults of the whole", () => {
  it("names keys that are taken", () => {
    const groups = [
      { key: "sour", label: "Sour", capPoints: 30 },
      { key: "sour", label: "Sour", capPoints: 30 },
    ];
    expect(faultsOf(configuration([rule({ key: "a" }), rule({ key: "b" }), rule({ key: "a" })], { groups }))).toEqual([
      'rules[2].key: "a" is already taken',
      'groups[1].key: "sour" is already taken',
    ]);
  });

  it("names a group's cap", () => {
    const groups = [
      { key: "none", label: "None", capPoints: 0 },
      { key: "all", label: "All", capPoints: Number.POSITIVE_INFINITY },
    ];
    expect(faultsOf(configuration([], { groups }))).toEqual([
      "groups[0].capPoints: must be above 0, not 0",
      "groups[1].capPoints: must be a finite number",
      "groups[1].capPoints: must be a finite number",
    ]);
  });

  it("accepts a thousand rules and no more", () => {
    const rules = Array.from({ length: 1_001 }, (_, at) => rule({ key: `rule-${at}` }));
    expect(faultsOf(configuration(rules.slice(1)))).toEqual([]);
    expect(faultsOf(configuration(rules))).toEqual(["rules: there may be at most 1000 rules, not 1001"]);
  });

  it("names what is wrong with kinds", () => {
    const kinds = [
      { ...KINDS[0]!, id: 65_536 },
      { ...KINDS[1]!, id: 2.5 },
      { ...KINDS[2]!, halfLifeDays: 0 },
      { ...KINDS[2]!, key: "purchase" },
    ];
    expect(faultsOf(configuration([], { kinds }))).toEqual([
      "kinds[0].id: must be at most 65535, not 65536",
      "kinds[1].id: must be a whole number, not 2.5",
      "kinds[2].halfLifeDays: must be above 0, not 0",
      "kinds[3].id: 3 is already taken",
      'kinds[3].key: "purchase" is already taken',
    ]);
  });

  it("names what is wrong with the model", () => {
    const weights = new Map([
      ["complaints", Number.NaN],
      ["gone", 1],
      ["heavy", 101],
    ]);
    const rules = [rule(), rule({ key: "heavy" })];
    expect(faultsOf(configuration(rules, { model: { intercept: Number.NEGATIVE_INFINITY, weights } }))).toEqual([
      "model.intercept: must be a finite number",
      'model.weights["complaints"]: must be a finite number',
      'model.weights["gone"]: there is no such rule',
      'model.weights["heavy"]: must be at most 100, not 101',
    ]);
  });

  it("names a horizon of no days, or of more than ten years", () => {
    expect(faultsOf(configuration([], { horizonDays: 0 }))).toEqual(["horizonDays: must be at least 1, not 0"]);
    expect(faultsOf(configuration([], { horizonDays: 3_651 }))).toEqual([
      "horizonDays: must be at most 3650, not 3651",
    ]);
  });

  it("lists every fault at once, also in its message", () => {
    const broken = configuration([
      rule({ key: "a", group: "nowhere", capPoints: -1 }),
      rule({ key: "a", effect: step(), signal: { type: "count", filter: { kinds: ["x", "y"] }, windowDays: 0 } }),
    ]);
    expect(faultsOf(broken)).toHaveLength(7);
    expect(() => compileScorer(broken)).toThrow(/7 fault\(s\): .*rules\[1\]\.signal\.windowDays: must be above 0/);
  });
});

describe("a scorer", () => {
  const compiled = scorer([rule()]);

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %s as an instant", (asOfMs) => {
    expect(() => compiled.scoreAt(journey(), facts(), asOfMs)).toThrow(RangeError);
    expect(() => compiled.outlineAt(journey(), facts(), asOfMs)).toThrow(RangeError);
    expect(() => compiled.logOddsAt(journey(), facts(), [asOfMs])).toThrow(RangeError);
    expect(() => compiled.contributionsAt(journey(), facts(), asOfMs, new Float64Array(1))).toThrow(RangeError);
  });

  it("refuses instants that do not ascend", () => {
    expect(() => compiled.logOddsAt(journey(), facts(), [inDays(1), inDays(0)])).toThrow("must ascend");
  });

  it("gives nothing for no instants", () => {
    expect(compiled.logOddsAt(journey(...each("call", 1)), facts(), [])).toEqual(new Float64Array(0));
  });

  it("refuses touchpoints that are not in time order, or without a time", () => {
    const ordered = journey(...each("call", 3, 2, 1));
    expect(() =>
      compiled.scoreAt({ ...ordered, occurredAtMs: ordered.occurredAtMs.toReversed() }, facts(), NOW_MS),
    ).toThrow("Touchpoint 1 is not in time order");
    const timeless = { ...ordered, occurredAtMs: Float64Array.of(Number.NaN, 1, 2) };
    expect(() => compiled.scoreAt(timeless, facts(), NOW_MS)).toThrow("Touchpoint 0 is not in time order");
  });

  it("copes with a hundred thousand touchpoints, all at one instant", () => {
    const length = 100_000;
    const crowd = {
      length,
      occurredAtMs: new Float64Array(length).fill(inDays(-1)),
      kindId: new Uint16Array(length).fill(1),
      value: new Float64Array(length).fill(Number.NaN),
      sentiment: new Float64Array(length).fill(Number.NaN),
    };
    const { reasons } = compiled.scoreAt(crowd, facts(), NOW_MS);
    expect(reasons).toMatchObject([{ points: expect.closeTo(10, 9), text: { values: { count: length } } }]);
    expect(reasons[0]?.touchpoints).toHaveLength(length);
  });
});

describe("evidence", () => {
  const compiled = scorer([rule()]);
  const evidenceWith = (...daysAgo: readonly number[]) =>
    compiled.scoreAt(journey(...each("call", ...daysAgo)), facts(), NOW_MS).evidence;

  it.each([
    { daysAgo: [], evidence: "thin" },
    { daysAgo: [1, 2], evidence: "thin" },
    { daysAgo: [1, 2, 3], evidence: "ok" },
    { daysAgo: [1, 2, 365], evidence: "thin" },
    { daysAgo: [1, 2, 364.9], evidence: "ok" },
    { daysAgo: [1, 2, -3], evidence: "thin" },
    { daysAgo: [1, 2, 3, -3], evidence: "ok" },
    { daysAgo: [400, 500, 600, 700, 1], evidence: "thin" },
  ] as const)("is $evidence with touchpoints $daysAgo days ago", ({ daysAgo, evidence }) => {
    expect(evidenceWith(...daysAgo)).toBe(evidence);
  });
});
