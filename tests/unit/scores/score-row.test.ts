import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCORE_COLUMNS, type ScoredCustomer, scoreRow } from "@/lib/scores/score-row";
import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import type { Stage } from "@/lib/stages/stages";
import { NOW_MS, reason, scored, setup } from "./support/scored";

const COLUMNS = SCORE_COLUMNS.split(",").map((column) => column.trim());

/** The fields of a line of COPY's text format, by the rules of PostgreSQL's documentation. */
function readLine(line: string): Record<string, string | null> {
  expect(line).not.toContain("\n");
  const fields = line.split("\t");
  const plain: Record<string, string> = { t: "\t", n: "\n", r: "\r" };
  const values = fields.map((field) =>
    field === "\\N" ? null : field.replace(/\\(.)/gs, (_all, character: string) => plain[character] ?? character),
  );
  return Object.fromEntries(COLUMNS.map((column, at) => [column, values[at] ?? null]));
}

function rowOf(change: Partial<ScoredCustomer> = {}) {
  return readLine(scoreRow(setup(), 9, scored(change)));
}

function withProbability(probability: number): ScoredCustomer {
  const customer = scored();
  return { ...customer, score: { ...customer.score, probability } };
}

describe("a row of scores", () => {
  it("has every column in its place", () => {
    expect(rowOf()).toEqual({
      organisation_id: "1",
      run_id: "9",
      customer_id: "7",
      as_of: "2026-06-30T12:00:00.000Z",
      probability: "0.5",
      log_odds: "0",
      intercept: "-2",
      risk_order: "0.5",
      band: "critical",
      stage: "established",
      stage_since: "2026-06-20T12:00:00.000Z",
      evidence: "ok",
      change_7d: "0",
      value_at_risk_minor: "5000",
      top_reason: '{"text":{"id":"complaints","values":{"count":2}},"points":30}',
      reasons: JSON.stringify([
        ["complaints", 1.5 * Math.LN2],
        ["praise", (-10 * Math.LN2) / 20],
      ]),
      shadow_log_odds: null,
      reason_category: null,
    });
  });

  it("names the category of the rule that raises the risk most", () => {
    const rules = DEFAULT_RULE_SET.rules.slice(0, 2);
    const [raising, other] = rules;
    const { score } = scored();
    const reasons = [reason(other?.key ?? "", -30), reason(raising?.key ?? "", 12)];
    const categoryOf = (given: typeof reasons) =>
      readLine(scoreRow({ ...setup(), rules }, 9, scored({ score: { ...score, reasons: given } }))).reason_category;
    expect(categoryOf(reasons)).toBe(raising?.category);
    expect(categoryOf(reasons.slice(0, 1))).toBeNull();
    expect(categoryOf([reason("learned", 12)])).toBeNull();
  });

  it("names as top reason the first that raises the risk, or none", () => {
    const { score } = scored();
    const reasons = [reason("praise", -30), reason("outage", 12), reason("return", 3)];
    expect(JSON.parse(rowOf({ score: { ...score, reasons } }).top_reason ?? "")).toMatchObject({
      text: { id: "outage" },
    });
    const good = { ...score, reasons: [reason("praise", -30)] };
    expect(rowOf({ score: good })).toMatchObject({ top_reason: null, reasons: expect.stringContaining("praise") });
    expect(rowOf({ score: { ...score, reasons: [] } })).toMatchObject({ top_reason: null, reasons: "[]" });
  });

  it("counts the change of a week in points: 20 double the odds", () => {
    expect(Number(rowOf({ logOddsWeekAgo: -Math.LN2 }).change_7d)).toBeCloseTo(20, 9);
    expect(Number(rowOf({ logOddsWeekAgo: Math.LN2 / 2 }).change_7d)).toBeCloseTo(-10, 9);
  });

  it("puts every departed customer behind everyone who can still be kept", () => {
    const anyProbability = fc.double({ min: 0, max: 1, noNaN: true });
    const orderOf = (probability: number, stage: Stage) =>
      Number(
        readLine(scoreRow(setup(), 9, { ...withProbability(probability), stage: { stage, enteredAtMs: NOW_MS } }))
          .risk_order,
      );
    fc.assert(
      fc.property(anyProbability, anyProbability, (current, departed) => {
        expect(orderOf(departed, "departed")).toBeLessThan(orderOf(current, "wavering"));
      }),
    );
    expect(orderOf(0.9, "departed")).toBeGreaterThan(orderOf(0.2, "departed"));
  });

  it("finds no value at risk where none is known or none is left", () => {
    expect(rowOf({ mrrMinor: null }).value_at_risk_minor).toBeNull();
    expect(rowOf({ mrrMinor: 0 }).value_at_risk_minor).toBe("0");
    expect(rowOf({ mrrMinor: 3 }).value_at_risk_minor).toBe("2");
    expect(rowOf({ mrrMinor: 1e15 }).value_at_risk_minor).toBe("500000000000000");
    const gone = { stage: "departed", enteredAtMs: NOW_MS } as const;
    expect(rowOf({ stage: gone })).toMatchObject({ value_at_risk_minor: null, stage: "departed", risk_order: "-1.5" });
  });

  it.each([-1e-12, 1.000_000_1, 62, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "is never made of the probability %d",
    (probability) => expect(() => scoreRow(setup(), 9, withProbability(probability))).toThrow(RangeError),
  );

  it.each([0, 1, 5e-324, 1 - Number.EPSILON])("keeps the probability %d to its last bit", (probability) => {
    expect(Number(readLine(scoreRow(setup(), 9, withProbability(probability))).probability)).toBe(probability);
  });

  it("is one line of sixteen fields, whatever a rule is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (ruleKey, value) => {
        const base = scored();
        const odd = { ...reason("x", 5), ruleKey, text: { id: ruleKey, values: { value } } };
        const line = scoreRow(setup(), 9, { ...base, score: { ...base.score, reasons: [odd] } });
        expect(line).not.toContain("\r");
        expect(line.split("\t")).toHaveLength(COLUMNS.length);
        const row = readLine(line);
        expect(JSON.parse(row.reasons ?? "")).toEqual([[ruleKey, odd.logOdds]]);
        expect(JSON.parse(row.top_reason ?? "")).toEqual({ text: odd.text, points: 5 });
      }),
    );
  });
});
