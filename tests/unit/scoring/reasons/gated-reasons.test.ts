import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import type { Condition } from "@/lib/scoring/condition";
import { LOG_ODDS_PER_POINT } from "@/lib/scoring/points";
import { describeCondition } from "@/lib/scoring/reasons/describe-condition";
import { describeRule } from "@/lib/scoring/reasons/describe-rule";
import { joinTexts } from "@/lib/scoring/reasons/join-texts";
import { labelSignal } from "@/lib/scoring/reasons/label-signal";
import { sayText } from "@/lib/scoring/reasons/say-text";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";
import { compileGrounds } from "@/lib/scoring/rules/compile-grounds";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import type { CustomerFacts, ReasonText } from "@/lib/scoring/types";
import reasonMessages from "../../../../lib/i18n/messages/en/reasons.json";
import { anyFacts, anyRules, anyTouchpoints } from "../support/arbitraries";
import { KINDS } from "../support/catalogue";
import {
  COMPLAINTS,
  conditionRule,
  ENTERPRISE,
  is,
  isSo,
  KIND_BY_KEY,
  PURCHASES,
  SEATS,
  SINCE_CALL,
  SUMMER,
  TENURE,
} from "../support/conditions";
import { each, facts, type Happening, inDays, journey, NOW_MS } from "../support/journey";
import { rule, scorer, step } from "../support/rules";

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

function inWords(condition: Condition): string {
  return words(describeCondition(condition, KIND_BY_KEY));
}

/** What the only rule says of a customer and the points of its touchpoints, by index. */
function reasonOf(definition: RuleDefinition, happenings: readonly Happening[], known: CustomerFacts = facts()) {
  const [reason] = scorer([definition]).scoreAt(journey(...happenings), known, NOW_MS).reasons;
  const rounded = (logOdds: number) => Math.round((logOdds / LOG_ODDS_PER_POINT) * 1e6) / 1e6;
  return {
    says: reason && words(reason.text),
    shares: Object.fromEntries((reason?.touchpoints ?? []).map(({ index, logOdds }) => [index, rounded(logOdds)])),
  };
}

const since = (days: number) => facts({ startedOnMs: inDays(-days) });
const tier = (name: string) => facts({ traits: new Map([["tier", name]]) });

describe("a condition in words", () => {
  it.each<[Condition, string]>([
    [is(COMPLAINTS, "at-least", 3), "at least 3 complaints in 60 days"],
    [is(COMPLAINTS, "above", 1), "more than 1 complaint in 60 days"],
    [is(COMPLAINTS, "at-most", 2), "at most 2 complaints in 60 days"],
    [is(COMPLAINTS, "below", 2), "fewer than 2 complaints in 60 days"],
    [is(PURCHASES, "at-most", 0), "no purchases in 90 days"],
    [is(PURCHASES, "below", 1), "no purchases in 90 days"],
    [is(PURCHASES, "below", 0), "fewer than no purchases in 90 days"],
    [is(PURCHASES, "above", 0), "more than no purchases in 90 days"],
    [is(COMPLAINTS, "at-least", 1.5), "the number of complaints in 60 days is at least 1.5"],
    [is(TENURE, "at-least", 365), "at least 365 days as a customer"],
    [is(TENURE, "below", 1), "fewer than 1 day as a customer"],
    [is(TENURE, "below", -1), "days as a customer is below −1"],
    [is(SINCE_CALL, "above", 60), "more than 60 days since the last “Call”"],
    [is({ type: "days-to-renewal" }, "at-most", 30), "at most 30 days to the renewal"],
    [is({ type: "days-to-renewal" }, "below", -30), "days to the renewal is below −30"],
    [is(SEATS, "at-least", 10), "seats is at least 10"],
    [is(SEATS, "at-most", 10), "seats is at most 10"],
    [is(SEATS, "above", 10), "seats is above 10"],
    [is(SEATS, "below", 10), "seats is below 10"],
    [{ signal: SEATS, is: "between", from: 2, to: 9 }, "seats is from 2 to 9"],
    [{ signal: TENURE, is: "between", from: 2, to: 9 }, "days as a customer is from 2 to 9"],
    [isSo(SEATS, "known"), "seats is known"],
    [isSo(SEATS, "missing"), "seats is not known"],
    [isSo(ENTERPRISE, "yes"), "tier is enterprise"],
    [isSo(ENTERPRISE, "no"), "not: tier is enterprise"],
    [isSo(SUMMER, "yes"), "it is one of the months 6, 7, 8"],
    [{ not: isSo(SUMMER, "yes") }, "not (it is one of the months 6, 7, 8)"],
    [{ all: [isSo(SUMMER, "yes")] }, "it is one of the months 6, 7, 8"],
  ])("is said of %j", (condition, said) => expect(inWords(condition)).toBe(said));

  it("keeps lists apart by brackets", () => {
    const a = isSo(ENTERPRISE, "yes");
    const b = is(SEATS, "above", 5);
    const c = is(TENURE, "at-least", 90);
    expect(inWords({ all: [a, b, c] })).toBe(
      "tier is enterprise and seats is above 5 and at least 90 days as a customer",
    );
    expect(inWords({ any: [a, b] })).toBe("tier is enterprise or seats is above 5");
    expect(inWords({ all: [{ any: [a, b] }, c] })).toBe(
      "(tier is enterprise or seats is above 5) and at least 90 days as a customer",
    );
    expect(inWords({ any: [c, { all: [a, b] }] })).toBe(
      "at least 90 days as a customer or (tier is enterprise and seats is above 5)",
    );
    expect(inWords({ any: [{ all: [c] }, { any: [a] }] })).toBe("at least 90 days as a customer or tier is enterprise");
    expect(inWords({ not: { any: [a, b] } })).toBe("not (tier is enterprise or seats is above 5)");
  });
});

describe("a rule with conditions in a sentence", () => {
  const sentence = (definition: RuleDefinition) => words(describeRule(definition, KINDS).sentence);

  it("says when not: in the first days", () => {
    const effect = step([1, 8], [2, 18], [3, 34]);
    expect(sentence(rule({ effect, except: [{ when: is(TENURE, "below", 30) }] }))).toBe(
      "Number of complaints in 60 days: 1 gives +8, 2 give +18, 3 or more give +34; not in the first 30 days",
    );
    expect(sentence(rule({ except: [{ when: is(TENURE, "below", 1), times: 0 }] }))).toMatch(/; not in the first day$/);
  });

  it.each<{ when: Condition; times?: number; ends: string }>([
    { when: is(TENURE, "below", 30.5), ends: "; not if days as a customer is below 30.5" },
    { when: is(TENURE, "at-most", 30), ends: "; not if at most 30 days as a customer" },
    { when: is(TENURE, "below", 30), times: 0.5, ends: "; half if fewer than 30 days as a customer" },
    { when: is(SINCE_CALL, "below", 30), ends: "; not if fewer than 30 days since the last “Call”" },
    { when: { not: is(TENURE, "below", 30) }, ends: "; not if not (fewer than 30 days as a customer)" },
    { when: isSo(ENTERPRISE, "yes"), times: 0.5, ends: "; half if tier is enterprise" },
    { when: isSo(ENTERPRISE, "yes"), times: 2, ends: "; 2× if tier is enterprise" },
    { when: isSo(ENTERPRISE, "yes"), times: 1, ends: "; 1× if tier is enterprise" },
  ])("says $ends", ({ when, ends, ...rest }) => {
    expect(sentence(rule({ except: [{ when, ...rest }] }))).toBe(
      `Number of complaints in 60 days: 1 or more give +10${ends}`,
    );
  });

  it("says only if, before the exceptions", () => {
    const when = isSo(ENTERPRISE, "yes");
    expect(sentence(rule({ when, except: [{ when: isSo(SUMMER, "yes") }] }))).toBe(
      "Number of complaints in 60 days: 1 or more give +10; only if tier is enterprise; " +
        "not if it is one of the months 6, 7, 8",
    );
  });

  it("says of a condition alone when it gives its points, and knows no missing", () => {
    const goneQuiet = conditionRule({ all: [is(PURCHASES, "at-most", 0), is(TENURE, "at-least", 365)] });
    expect(sentence(goneQuiet)).toBe("If no purchases in 90 days and at least 365 days as a customer: +20");
    expect(describeRule(goneQuiet, KINDS).whenMissing).toBeUndefined();
    expect(sentence(conditionRule(isSo(SUMMER, "yes"), { except: [{ when: is(TENURE, "below", 30) }] }))).toBe(
      "If it is one of the months 6, 7, 8: +20; not in the first 30 days",
    );
  });
});

describe("a reason with a condition", () => {
  it("says what its signal is and why the condition holds", () => {
    const definition = rule({ when: { all: [isSo(ENTERPRISE, "yes"), is(COMPLAINTS, "below", 9)] } });
    const known = tier("enterprise");
    expect(reasonOf(definition, each("complaint", 5, 9), known)).toEqual({
      says: "2 complaints in 60 days; tier: enterprise",
      shares: { 0: 5, 1: 5 },
    });
  });

  it("that is nothing else says the grounds", () => {
    const goneQuiet = conditionRule({ all: [is(PURCHASES, "at-most", 0), is(TENURE, "at-least", 365)] });
    expect(reasonOf(goneQuiet, each("purchase", 100), since(400))).toEqual({
      says: "No purchases in 90 days; A customer for 400 days",
      shares: {},
    });
  });

  it("says of several choices only those that are so", () => {
    const either = conditionRule({ any: [is(COMPLAINTS, "above", 0), is(SEATS, "above", 3), isSo(TENURE, "missing")] });
    expect(reasonOf(either, each("complaint", 9), since(9)).says).toBe("1 complaint in 60 days");
    expect(reasonOf(either, each("complaint", 9), facts({ traits: new Map([["seats", 4]]) })).says).toBe(
      "1 complaint in 60 days; seats: 4",
    );
    expect(reasonOf(either, [], facts()).says).toBe("Not known: days as a customer");
  });

  it("says of what is not so what stands in its way", () => {
    const neither = conditionRule({ not: { all: [is(COMPLAINTS, "above", 1), is(TENURE, "above", 90)] } });
    expect(reasonOf(neither, each("complaint", 9), since(400)).says).toBe("1 complaint in 60 days");
    expect(reasonOf(neither, each("complaint", 9, 8), since(80)).says).toBe("A customer for 80 days");
    expect(
      reasonOf(conditionRule({ not: { any: [is(COMPLAINTS, "above", 1), is(TENURE, "above", 90)] } }), [], since(80))
        .says,
    ).toBe("No complaints in 60 days; A customer for 80 days");
  });

  it("says each signal once, and at most four", () => {
    const twice = conditionRule({ all: [is(TENURE, "above", 9), is(TENURE, "below", 99)] });
    expect(reasonOf(twice, [], since(50)).says).toBe("A customer for 50 days");
    const windows = [10, 20, 30, 40, 50].map(
      (windowDays): Condition => ({
        signal: { type: "count", filter: { kinds: ["complaint"] }, windowDays },
        is: "at-least",
        value: 1,
      }),
    );
    expect(reasonOf(conditionRule({ all: windows }), each("complaint", 5)).says?.split("; ")).toHaveLength(4);
  });

  it("says which exception makes it count more or less, and why", () => {
    const halved = rule({ except: [{ when: isSo(ENTERPRISE, "yes"), times: 0.5 }] });
    expect(reasonOf(halved, each("complaint", 5), tier("enterprise"))).toEqual({
      says: "1 complaint in 60 days (0.5× the points: tier: enterprise)",
      shares: { 0: 5 },
    });
    expect(reasonOf(halved, each("complaint", 5), tier("basic")).says).toBe("1 complaint in 60 days");
    const shielded = rule({ except: [{ when: isSo(ENTERPRISE, "yes"), times: 1 }] });
    expect(reasonOf(shielded, each("complaint", 5), tier("enterprise")).says).toBe("1 complaint in 60 days");
  });

  it("names what has no name of its own by what its filter takes", () => {
    const trouble: SignalSpec = { type: "count", filter: { kinds: ["return", "complaint"] }, windowDays: 9 };
    expect(reasonOf(conditionRule(is(trouble, "above", 1)), each("return", 5, 4)).says).toBe(
      "Return, Complaint: 2 times in 9 days",
    );
  });

  it("has words for any rules and any customer", () => {
    fc.assert(
      fc.property(anyRules, anyTouchpoints, anyFacts, (rules, touchpoints, known) => {
        for (const { text } of scorer(rules, { groups: [{ key: "shared", label: "Shared", capPoints: 30 }] }).scoreAt(
          touchpoints,
          known,
          NOW_MS,
        ).reasons) {
          expect(words(text)).not.toBe("");
        }
        for (const definition of rules) expect(words(describeRule(definition, KINDS).sentence)).toMatch(/: /);
      }),
    );
  });
});

describe("the touchpoints behind a condition", () => {
  it("are those of the signals that made it hold, equally between signals", () => {
    const both = conditionRule({ all: [is(COMPLAINTS, "at-least", 2), is(SINCE_CALL, "above", 30)] });
    expect(reasonOf(both, [...each("complaint", 9, 5), ...each("call", 40)]).shares).toEqual({ 0: 10, 1: 5, 2: 5 });
  });

  it("add up where two signals look at the same", () => {
    const recent: SignalSpec = { type: "count", filter: { kinds: ["complaint"] }, windowDays: 7 };
    const both = conditionRule({ all: [is(COMPLAINTS, "at-least", 2), is(recent, "at-least", 1)] });
    expect(reasonOf(both, each("complaint", 9, 5)).shares).toEqual({ 0: 5, 1: 15 });
  });

  it("are none where too few touchpoints, a date, a trait or their absence made it hold", () => {
    const few = conditionRule({
      all: [is(COMPLAINTS, "at-most", 2), is(TENURE, "above", 9), isSo(SINCE_CALL, "missing")],
    });
    expect(reasonOf(few, each("complaint", 9), since(90)).shares).toEqual({});
    expect(reasonOf(conditionRule({ not: is(COMPLAINTS, "above", 2) }), each("complaint", 9)).shares).toEqual({});
    expect(reasonOf(conditionRule(isSo(COMPLAINTS, "known")), each("complaint", 9)).shares).toEqual({});
    expect(reasonOf(conditionRule(isSo(ENTERPRISE, "yes")), [], tier("enterprise")).shares).toEqual({});
  });

  it("are those of the choices that are so", () => {
    const either = conditionRule({ any: [is(COMPLAINTS, "above", 0), is(PURCHASES, "above", 5)] });
    expect(reasonOf(either, [...each("purchase", 20), ...each("complaint", 9)]).shares).toEqual({ 1: 20 });
  });
});

describe("the grounds of a condition", () => {
  it("are all its comparisons when nothing can be left out", () => {
    const specs = [COMPLAINTS, TENURE];
    const groundsAt = compileGrounds({ all: [is(COMPLAINTS, "above", 1), { not: is(TENURE, "above", 9) }] }, (spec) =>
      specs.indexOf(spec),
    );
    expect(groundsAt(Float64Array.of(2, 5))).toEqual([
      { comparison: is(COMPLAINTS, "above", 1), position: 0, holds: true },
      { comparison: is(TENURE, "above", 9), position: 1, holds: false },
    ]);
    expect(groundsAt(Float64Array.of(2, 10)).map(({ position }) => position)).toEqual([1]);
    expect(groundsAt(Float64Array.of(1, 10)).map(({ position }) => position)).toEqual([0, 1]);
  });
});

describe("texts", () => {
  it("contain texts, however deep", () => {
    const leaf = (id: string): ReasonText => ({ id, values: { id } });
    const joined = joinTexts([leaf("a"), leaf("b"), leaf("c")], "join");
    expect(sayText(joined!, (id, { first, rest, id: own }) => (id === "join" ? `${first}+${rest}` : `<${own}>`))).toBe(
      "<a>+<b>+<c>",
    );
    expect(joinTexts([], "join")).toBeUndefined();
    expect(joinTexts([leaf("a")], "join")).toEqual(leaf("a"));
  });

  it.each<[SignalSpec, string]>([
    [{ type: "count", filter: { kinds: ["complaint", "gone"] }, windowDays: 9 }, "Complaint, gone"],
    [{ type: "count", filter: { categories: ["usage", "purchase"] }, windowDays: 9 }, "usage, purchase"],
    [{ type: "count", filter: {}, windowDays: 9 }, "otherwise"],
    [{ type: "count", filter: { valences: [-1] }, windowDays: 9 }, "otherwise"],
    [{ type: "tenure" }, "otherwise"],
    [
      { type: "sequence", first: { kinds: ["call"] }, next: { kinds: ["return"] }, withinDays: 9, windowDays: 9 },
      "Call → Return",
    ],
    [
      {
        type: "unresolved",
        filter: { kinds: ["complaint"] },
        closedBy: { kinds: ["call"] },
        graceDays: 1,
        windowDays: 9,
      },
      "Complaint",
    ],
  ])("label %j", (spec, label) => expect(labelSignal(spec, KIND_BY_KEY, "otherwise")).toBe(label));
});
