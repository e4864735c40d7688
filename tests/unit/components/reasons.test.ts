import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { ReasonTouchpoints } from "@/components/risk/reason-touchpoints";
import { Reasons } from "@/components/risk/reasons";
import { RiskSentence } from "@/components/risk/risk-sentence";
import { RiskSummary } from "@/components/risk/risk-summary";
import type { ReasonTouchpoint, ReasonView, ScoreView } from "@/lib/customers/customer-view";
import { journeySearch } from "@/lib/schemas/journey-search";
import { plain, render } from "./render";

function scoreOf(interceptPoints: number, points: readonly number[]): ScoreView {
  const totalPoints = points.reduce((sum, value) => sum + value, interceptPoints);
  return {
    asOf: "2026-06-30T12:00:00.000Z",
    probability: 1 / (1 + 2 ** (-totalPoints / 20)),
    band: "watch",
    change7d: 3,
    evidence: "ok",
    missing: { recentTouchpoints: 3, facts: [] },
    interceptPoints,
    totalPoints,
    reasons: points.map((value, at) => reasonOf(`rule-${at}`, value)),
    modelVersion: 3,
    ruleSetVersion: 2,
  };
}

function reasonOf(key: string, points: number, touchpoints: readonly ReasonTouchpoint[] = []): ReasonView {
  const further = { count: 0, points: 0 };
  return { key, points, text: { id: "tenure", values: { days: 400 } }, touchpoints, further };
}

function touchpoint(at: number, points: number): ReasonTouchpoint {
  const occurredAt = "2026-06-01T00:00:00.000Z";
  return {
    id: `t-${at}`,
    kindKey: "call",
    kindLabel: "Call",
    category: "conversation",
    occurredAt,
    value: null,
    points,
  };
}

function shown(score: ScoreView, asked: Readonly<Record<string, string>> = {}): string {
  const search = journeySearch.parse(asked);
  return render(createElement(Reasons, { score, externalId: "acme", search, timeZone: "UTC" }));
}

/** The signed numbers with one digit after the point that stand in a text, in their order. */
function pointsIn(text: string): number[] {
  return [...text.matchAll(/[+−]?\d[\d,]*\.\d/g)].map(([number]) =>
    Number(number.replace("−", "-").replaceAll(",", "")),
  );
}

describe("the reasons of a risk", () => {
  it("show points that add up by hand, from the start to the total", () => {
    const anyPoints = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(anyPoints, fc.array(anyPoints, { maxLength: 16 }), (start, points) => {
        const html = shown(scoreOf(start, points));
        const seen = pointsIn(
          plain(html.replaceAll(/<span class="sr-only">.*?<\/span>|<p class="measure pt-3.*/gs, "")),
        );
        const total = seen.at(-1) ?? Number.NaN;
        expect(seen).toHaveLength((points.length > 10 ? 9 : points.length) + 2);
        expect(seen.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 9);
        const sentence = pointsIn(/<p class="measure pt-3.*?<\/p>/s.exec(html)?.[0] ?? "");
        expect(sentence[0]! + sentence[1]!).toBeCloseTo(sentence[2]!, 9);
        expect(sentence[2]).toBe(total);
      }),
      { numRuns: 40 },
    );
  });

  it("say of each whether it raises or lowers the risk", () => {
    const words = plain(shown(scoreOf(-60, [12, -7.5])));
    expect(words).toContain("+12.0 points, raises the risk");
    expect(words).toContain("−7.5 points, lowers the risk");
  });

  it("end with the risk that the points make, and the versions that made them", () => {
    const words = plain(shown(scoreOf(-20, [20])));
    expect(words).toContain("0.0 points, which is 50 in 100");
    expect(words).toContain("from one reason");
    expect(words).toContain("Rules version 2, model version 3.");
  });

  it("are told one by one up to ten, and of more the eight largest, the others together", () => {
    const ten = Array.from({ length: 10 }, (_, at) => 20 - at);
    expect(shown(scoreOf(-60, ten)).match(/<details/g)).toHaveLength(10);
    expect(plain(shown(scoreOf(-60, ten)))).not.toContain("smaller");
    const folded = shown(scoreOf(-60, [...ten, 2, 1.5]));
    expect(folded.match(/<details/g)).toHaveLength(8);
    expect(plain(folded)).toContain("4 smaller reasons together +26.5");
    expect(plain(folded)).toContain("from 12 reasons");
    expect(folded).toContain('href="/customers/acme?reasons=all"');
    const unfolded = shown(scoreOf(-60, [...ten, 2, 1.5]), { reasons: "all", range: "5y" });
    expect(unfolded.match(/<details/g)).toHaveLength(12);
    expect(unfolded).toContain('href="/customers/acme?range=5y"');
  });

  it("say so when there are none", () => {
    const words = plain(shown(scoreOf(-60, [])));
    expect(words).toContain("No rule found anything in this journey");
    expect(words).toContain("from no reasons");
  });
});

describe("the touchpoints behind a reason", () => {
  const list = (touchpoints: readonly ReasonTouchpoint[], further = { count: 0, points: 0 }) =>
    plain(render(createElement(ReasonTouchpoints, { reason: { touchpoints, further }, timeZone: "UTC" })));

  it("are a dozen, and the rest together", () => {
    const words = list(Array.from({ length: 15 }, (_, at) => touchpoint(at, 2)));
    expect(words).toContain("The 15 touchpoints behind it");
    expect(words.split("Call").length - 1).toBe(12);
    expect(words).toContain("and 3 more with +6.0 points together");
  });

  it("are counted with those that are too many to be listed", () => {
    const words = list(
      Array.from({ length: 50 }, (_, at) => touchpoint(at, 2)),
      { count: 700, points: 70 },
    );
    expect(words).toContain("The 750 touchpoints behind it");
    expect(words).toContain("and 738 more with +146.0 points together");
  });

  it("say so when no single one is behind it", () => {
    expect(list([])).toContain("No single touchpoint is behind this");
  });
});

describe("the risk as a sentence", () => {
  const sentence = (change: Partial<ScoreView>, departed = false) => {
    const score = { ...scoreOf(-20, [20]), ...change };
    return plain(
      render(createElement(RiskSentence, { name: "Acme", departed, score, horizonDays: 90, timeZone: "UTC" })),
    );
  };

  it("names customer, horizon, risk, band, reason and day", () => {
    const words = sentence({});
    for (const part of ["Acme", "may leave within 90 days", "50 in 100", "A customer for 400 days", "Watch"]) {
      expect(words).toContain(part);
    }
    expect(words).toContain("higher is worse");
  });

  it.each([
    [3, "+3 points in the past 7 days: worse."],
    [-3, "−3 points in the past 7 days: better."],
    [0.2, "Unchanged in the past 7 days."],
  ])("says the direction of %d points", (change7d, words) => expect(sentence({ change7d })).toContain(words));

  it("says when nothing weighs, when little is known and when the customer is gone", () => {
    expect(sentence({ reasons: [reasonOf("good", -3)] })).toContain("Nothing weighs against this relationship");
    expect(sentence({ evidence: "thin", missing: { recentTouchpoints: 1, facts: ["renewsOn", "mrr"] } })).toContain(
      "Thin evidence Only one touchpoint of the past 365 days stands behind this score. Not known: when it renews and what it pays.",
    );
    expect(sentence({})).not.toContain("Not known");
    expect(sentence({}, true)).toContain("has left");
    expect(sentence({}, true)).not.toContain("may leave");
  });
});

it.each([
  [0, "Nobody is at risk or critical"],
  [1, "One customer of 2,000 is at risk or critical"],
  [12, "12 of 2,000 customers are at risk or critical"],
])("the summary of %d customers at risk is a sentence", (atRisk, words) => {
  const figures = { customers: 2_000, wavering: 3, valueAtRiskMinor: null, currency: "EUR", roseByTenPoints7d: 0 };
  const text = plain(render(createElement(RiskSummary, { ...figures, atRisk })));
  expect(text).toContain(words);
  expect(text).not.toContain("revenue is at stake");
});
