import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { CATEGORIES } from "@/lib/kinds/categories";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { describeSignal } from "@/lib/scoring/reasons/describe-signal";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { SignalRule } from "@/lib/scoring/rule-definition";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { ReasonText } from "@/lib/scoring/types";
import kindMessages from "../../../../lib/i18n/messages/en/kinds.json";
import reasonMessages from "../../../../lib/i18n/messages/en/reasons.json";
import { KINDS } from "../support/catalogue";
import { each, facts, type Happening, inDays, journey, NOW_MS } from "../support/journey";
import { ramp, rule, scorer, step } from "../support/rules";

const translate = createTranslator({
  locale: "en",
  messages: reasonMessages,
  namespace: "reasons",
  onError(error) {
    throw error;
  },
});

function words(text: ReasonText): string {
  return sayText(text, (id, values) => translate(id as Parameters<typeof translate>[0], values as never));
}

/** What the only rule says of a customer, as a person reads it. */
function saying(given: Partial<SignalRule>, happenings: readonly Happening[], known = facts()): string | undefined {
  const always = rule({ effect: step([-1e6, 10]), missing: "counts-against", ...given });
  const { reasons } = scorer([always]).scoreAt(journey(...happenings), known, NOW_MS);
  return reasons[0] && words(reasons[0].text);
}

describe("a reason in words", () => {
  const complaints = { kinds: ["complaint"] };
  const purchases = { categories: ["purchase"], valences: [1] } as const;

  it.each<{ signal: SignalSpec; happenings: readonly Happening[]; label?: string; says: string }>([
    {
      signal: { type: "count", filter: complaints, windowDays: 60 },
      happenings: each("complaint", 1, 2, 3),
      says: "3 complaints in 60 days",
    },
    {
      signal: { type: "count", filter: complaints, windowDays: 1 },
      happenings: each("complaint", 0.5),
      says: "1 complaint in 1 day",
    },
    { signal: { type: "count", filter: complaints, windowDays: 60 }, happenings: [], says: "No complaints in 60 days" },
    {
      signal: { type: "count", filter: {}, windowDays: 60 },
      happenings: each("call", 1, 2),
      says: "2 touchpoints in 60 days",
    },
    {
      signal: { type: "count", filter: { categories: ["complaint"] }, windowDays: 60 },
      happenings: each("complaint", 1, 2),
      says: "2 complaints in 60 days",
    },
    {
      signal: { type: "count", filter: { kinds: ["return", "complaint"] }, windowDays: 60 },
      label: "Trouble",
      happenings: each("return", 1, 2),
      says: "Trouble: 2 times in 60 days",
    },
    {
      signal: { type: "count", filter: { kinds: ["call"] }, windowDays: 60 },
      happenings: each("call", 1),
      says: "Call: once in 60 days",
    },
    {
      signal: { type: "decayed-sum", filter: { kinds: ["price-increase"] }, measure: "count" },
      happenings: each("price-increase", 45),
      says: "Price increase 45 days ago",
    },
    {
      signal: { type: "decayed-sum", filter: { kinds: ["price-increase"] }, measure: "count" },
      happenings: each("price-increase", 45, 1),
      says: "Price increase: 2 times, the last yesterday",
    },
    {
      signal: { type: "decayed-sum", filter: { kinds: ["price-increase"] }, measure: "count" },
      happenings: each("price-increase", 0.2),
      says: "Price increase today",
    },
    {
      signal: { type: "active-days", filter: { kinds: ["login"] }, windowDays: 30 },
      happenings: each("login", 5, 5, 9),
      says: "Sign-in: on 2 days of the last 30 days",
    },
    {
      signal: { type: "sum", filter: { kinds: ["purchase"] }, windowDays: 30 },
      happenings: [{ kind: "purchase", daysAgo: 5, value: 12.345 }],
      says: "Purchase: 12.35 together in 30 days",
    },
    {
      signal: {
        type: "no-purchase",
        filter: { kinds: ["purchase"] },
        aheadDays: 90,
        r: 1,
        alpha: 90 / 7,
        a: 1,
        b: 1,
        unit: "log-odds",
      },
      happenings: each("purchase", 0),
      says: "50% likely to buy nothing in the next 90 days, by the own rhythm",
    },
    {
      signal: { type: "days-since", filter: { kinds: ["purchase"] } },
      happenings: each("purchase", 80),
      says: "80 days since the last purchase",
    },
    {
      signal: { type: "silence", filter: {}, regularity: 1, priorGapDays: 10, priorGaps: 1, unit: "bits" },
      happenings: each("call", 60, 45, 31),
      says: "Silent for 31 days: no touchpoint; usual is one every 13 days",
    },
    {
      signal: {
        type: "trend",
        filter: { categories: ["usage"] },
        recentDays: 30,
        baselineDays: 60,
        shrinkage: 1,
        measure: "count",
      },
      happenings: each("login", 90, 80, 70, 60, 50, 40, 10),
      says: "Fewer signs of use: 1 in 30 days, 2.5 would be usual",
    },
    {
      signal: { type: "trend", filter: purchases, recentDays: 30, baselineDays: 30, shrinkage: 1, measure: "count" },
      label: "Purchases",
      happenings: each("purchase", 60, 10, 5),
      says: "More purchases: 2 in 30 days, 0 would be usual",
    },
    {
      signal: {
        type: "value",
        filter: { kinds: ["nps-response"] },
        field: "value",
        statistic: "latest",
        windowDays: 365,
      },
      happenings: [{ kind: "nps-response", daysAgo: 5, value: 3 }],
      says: "NPS answer: 3 the last time",
    },
    {
      signal: { type: "value", filter: {}, field: "sentiment", statistic: "mean", windowDays: 60 },
      label: "Tone",
      happenings: [{ kind: "call", daysAgo: 5, sentiment: -0.456 }],
      says: "Tone: −0.46 on average in 60 days",
    },
    {
      signal: { type: "unresolved", filter: complaints, closedBy: { kinds: ["call"] }, graceDays: 3, windowDays: 60 },
      happenings: each("complaint", 10, 4),
      says: "2 open complaints, the oldest for 10 days",
    },
    {
      signal: { type: "unresolved", filter: complaints, closedBy: { kinds: ["call"] }, graceDays: 3, windowDays: 60 },
      happenings: [],
      says: "No open complaints",
    },
    {
      signal: { type: "sequence", first: complaints, next: { kinds: ["call"] }, withinDays: 5, windowDays: 60 },
      label: "Call after a complaint",
      happenings: [...each("complaint", 10), ...each("call", 8)],
      says: "Call after a complaint: once in 60 days",
    },
    {
      signal: { type: "lifetime-frequency", filter: { kinds: ["purchase"] } },
      happenings: each("purchase", 60, 30, 10),
      says: "1.5 purchases a month since the beginning",
    },
    { signal: { type: "season", months: [6] }, label: "Summer", happenings: [], says: "Summer: this is the season" },
    { signal: { type: "tenure" }, happenings: each("call", 40), says: "A customer for 40 days" },
    { signal: { type: "tenure" }, label: "Tenure", happenings: [], says: "Tenure: not known" },
  ])("$says", ({ signal, happenings, label, says }) => {
    expect(saying({ signal, ...(label === undefined ? {} : { label }) }, happenings)).toBe(says);
  });

  it("says on which side of the renewal we are", () => {
    const signal = { type: "days-to-renewal" } as const;
    expect(saying({ signal }, [], facts({ renewsOnMs: inDays(20) }))).toBe("Renewal in 20 days");
    expect(saying({ signal }, [], facts({ renewsOnMs: inDays(0) }))).toBe("Renewal today");
    expect(saying({ signal }, [], facts({ renewsOnMs: inDays(-3) }))).toBe("Renewal 3 days overdue");
  });

  it("says which trait it is", () => {
    const known = facts({
      traits: new Map<string, string | number>([
        ["seats", 4],
        ["plan", "basic"],
      ]),
    });
    expect(saying({ signal: { type: "trait-number", trait: "seats" } }, [], known)).toBe("seats: 4");
    expect(saying({ signal: { type: "trait-is", trait: "plan", oneOf: ["basic"] } }, [], known)).toBe("plan: basic");
  });

  it("is safe for labels that look like messages or markup", () => {
    const label = "{count, plural} <b>'#";
    const filter = { kinds: ["return", "call"] };
    expect(saying({ label, signal: { type: "count", filter, windowDays: 9 } }, each("call", 1))).toBe(
      `${label}: once in 9 days`,
    );
  });
});

describe("a rule in words", () => {
  const sentence = (given: Partial<SignalRule>) => words(describeRule(rule(given), KINDS).sentence);

  it("says what it looks at and what it gives", () => {
    expect(sentence({ effect: step([3, 34], [1, 8], [2, 18]) })).toBe(
      "Number of complaints in 60 days: 1 gives +8, 2 give +18, 3 or more give +34",
    );
    expect(sentence({ effect: step([1, 8], [3, 18], [6, -1]) })).toBe(
      "Number of complaints in 60 days: 1 to 2 give +8, 3 to 5 give +18, 6 or more give −1",
    );
  });

  it("says of signals that are not counted from where to where", () => {
    const signal: SignalSpec = { type: "days-to-renewal" };
    expect(sentence({ signal, effect: step([-30, 14], [0, 12], [31, 0]) })).toBe(
      "Days to the renewal: −30 to below 0 gives +14, 0 to below 31 gives +12, 31 or more give nothing",
    );
    expect(sentence({ effect: step([0.5, 14], [1.5, 12]) })).toBe(
      "Number of complaints in 60 days: 0.5 to below 1.5 gives +14, 1.5 or more give +12",
    );
  });

  it("says of a yes or no what a yes gives", () => {
    const signal: SignalSpec = { type: "trait-is", trait: "plan", oneOf: ["basic"] };
    expect(sentence({ signal, effect: step([1, 8]) })).toBe("plan is basic (1) or not (0): gives +8");
    expect(sentence({ signal, effect: step([0.5, 8]) })).toBe("plan is basic (1) or not (0): gives +8");
    expect(sentence({ signal, effect: step([0, 8]) })).toBe("plan is basic (1) or not (0): 0 or more give +8");
    expect(sentence({ signal, effect: step([1.5, 8]) })).toBe("plan is basic (1) or not (0): 1.5 or more give +8");
    expect(sentence({ signal, effect: step([0, 8], [1, 2]) })).toBe(
      "plan is basic (1) or not (0): 0 to below 1 gives +8, 1 or more give +2",
    );
  });

  it("says which way a ramp goes", () => {
    const signal: SignalSpec = { type: "tenure" };
    expect(sentence({ signal, effect: ramp(2, 8, 30) })).toBe("Days as a customer: from 2 rising to 8 gives up to +30");
    expect(sentence({ signal, effect: ramp(-0.3, -2, -26) })).toBe(
      "Days as a customer: from −0.3 falling to −2 gives up to −26",
    );
  });

  it("says what a missing signal gives", () => {
    const missing = (policy: SignalRule["missing"]) =>
      words(describeRule(rule({ missing: policy, effect: ramp(0, 1, 30) }), KINDS).whenMissing!);
    expect(missing("ignore")).toBe("Not known: no points");
    expect(missing("neutral")).toBe("Not known: +15 points, the middle");
    expect(missing("counts-against")).toBe("Not known: +30 points, the most");
  });

  it("finds words for every signal", () => {
    const filter = { kinds: ["call"] };
    const signals: readonly SignalSpec[] = [
      { type: "count", filter, windowDays: 9 },
      { type: "decayed-sum", filter, measure: "count" },
      { type: "decayed-sum", filter, measure: "value", halfLifeDays: 20 },
      { type: "active-days", filter, windowDays: 9 },
      { type: "sum", filter, windowDays: 1 },
      { type: "no-purchase", filter, aheadDays: 90, r: 1, alpha: 1, a: 1, b: 1, unit: "log-odds" },
      { type: "days-since", filter },
      { type: "silence", filter, regularity: 1, priorGapDays: 9, priorGaps: 1, unit: "bits" },
      { type: "trend", filter, recentDays: 9, baselineDays: 30, shrinkage: 1, measure: "value" },
      { type: "value", filter, field: "sentiment", statistic: "minimum", windowDays: 9 },
      { type: "days-to-renewal" },
      { type: "tenure" },
      { type: "lifetime-frequency", filter },
      { type: "season", months: [12, 1] },
      { type: "unresolved", filter, closedBy: filter, graceDays: 2, windowDays: 9 },
      { type: "sequence", first: filter, next: filter, withinDays: 2, windowDays: 9 },
      { type: "trait-number", trait: "seats" },
      { type: "trait-is", trait: "plan", oneOf: ["basic", "plus"] },
    ];
    const kindByKey = new Map(KINDS.map((kind) => [kind.key, kind]));
    const said = (place: "rule" | "noun") =>
      signals.map((signal) => words(describeSignal(place, { label: "Calls", signal }, kindByKey)));
    expect(said("rule")).toEqual([
      "Number of “Call” in 9 days",
      "“Call”, counted, fading by the half-life of each kind",
      "“Call”, by value, fading by half every 20 days",
      "Days with “Call”, of the last 9 days",
      "Sum of the values of “Call” in 1 day",
      "How likely it is to buy nothing in the next 90 days, in log-odds",
      "Days since the last “Call”",
      "Silence against the customer's own rhythm: no “Call” for surprisingly long, in bits (+1 is half as likely)",
      "Trend of “Call” by value in 9 days, against the 30 days before: doublings (−1 is half as many)",
      "Lowest sentiment of “Call” in 9 days",
      "Days to the renewal",
      "Days as a customer",
      "Number of “Call” a month since the beginning",
      "In the months 1, 12",
      "Number of “Call” open for at least 2 days, of the last 9 days",
      "Number of “Calls” within 2 days, in 9 days",
      "seats",
      "plan is basic, plus (1) or not (0)",
    ]);
    expect(said("noun")).toEqual([
      "the number of “Call” in 9 days",
      "“Call”, counted, fading by the half-life of each kind",
      "“Call”, by value, fading by half every 20 days",
      "the number of days with “Call”, of the last 9 days",
      "the sum of the values of “Call” in 1 day",
      "how likely it is to buy nothing in the next 90 days, in log-odds,",
      "days since the last “Call”",
      "silence against the customer's own rhythm: no “Call” for surprisingly long, in bits (+1 is half as likely)",
      "the trend of “Call” by value in 9 days, against the 30 days before: doublings (−1 is half as many)",
      "the lowest sentiment of “Call” in 9 days",
      "days to the renewal",
      "days as a customer",
      "the number of “Call” a month since the beginning",
      "it is one of the months 1, 12",
      "the number of “Call” open for at least 2 days, of the last 9 days",
      "the number of “Calls” within 2 days, in 9 days",
      "seats",
      "plan is basic, plus",
    ]);
  });

  it("can be said of every default rule", () => {
    const kinds = DEFAULT_KINDS.map((kind, at) => ({ ...kind, id: at + 1 }));
    for (const definition of DEFAULT_RULE_SET.rules) {
      const { sentence, whenMissing } = describeRule(definition, kinds);
      for (const text of whenMissing ? [sentence, whenMissing] : [sentence]) expect(words(text)).not.toBe("");
    }
  });
});

describe("messages on kinds", () => {
  it("name every category", () => {
    expect(Object.keys(kindMessages.kinds.categories)).toEqual([...CATEGORIES]);
    expect(Object.keys(kindMessages.kinds.categoryDescriptions)).toEqual([...CATEGORIES]);
  });
});
