import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { BANDS } from "@/lib/bands/bands";
import { type StoredRow, toLeaderboardRow } from "@/lib/customers/to-leaderboard-row";
import { STAGES } from "@/lib/stages/stages";

const stored: StoredRow = {
  external_id: "c-1",
  name: "Bücher & Töne",
  mrr_minor: "125000",
  currency: "EUR",
  renews_on: "2026-12-01",
  owner_name: "Mia",
  probability: 0.625,
  band: "critical",
  stage: "wavering",
  evidence: "ok",
  change_7d: 4.5,
  value_at_risk_minor: "78125",
  top_reason: { text: { id: "complaints", values: { count: 3, kind: "Complaint" } }, points: 22.5 },
  as_of: new Date("2026-06-30T12:00:00Z"),
};

describe("a row of the leaderboard", () => {
  it("says of a customer what is stored", () => {
    expect(toLeaderboardRow(stored)).toEqual({
      externalId: "c-1",
      name: "Bücher & Töne",
      stage: "wavering",
      owner: { name: "Mia" },
      risk: 62.5,
      probability: 0.625,
      band: "critical",
      change7d: 4.5,
      mrrMinor: 125_000,
      currency: "EUR",
      valueAtRiskMinor: 78_125,
      topReason: { text: { id: "complaints", values: { count: 3, kind: "Complaint" } }, points: 22.5 },
      renewsOn: "2026-12-01",
      evidence: "ok",
      asOf: "2026-06-30T12:00:00.000Z",
    });
  });

  it("tells nothing from nought: what is not known stays unknown", () => {
    const unknown = { owner_name: null, mrr_minor: null, value_at_risk_minor: null, top_reason: null, renews_on: null };
    const row = toLeaderboardRow({ ...stored, ...unknown });
    expect(row).toMatchObject({ owner: null, mrrMinor: null, valueAtRiskMinor: null, topReason: null, renewsOn: null });
    expect(toLeaderboardRow({ ...stored, mrr_minor: "0", value_at_risk_minor: "0" })).toMatchObject({
      mrrMinor: 0,
      valueAtRiskMinor: 0,
    });
  });

  it("reads the largest revenue that can be sent without losing a cent", () => {
    expect(toLeaderboardRow({ ...stored, mrr_minor: "1000000000000000" }).mrrMinor).toBe(1e15);
    expect(toLeaderboardRow({ ...stored, mrr_minor: "999999999999999" }).mrrMinor).toBe(999_999_999_999_999);
  });

  it("takes every probability from 0 to 1 and shows it out of 100, not rounded", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const row = toLeaderboardRow({ ...stored, probability });
        expect(row.probability).toBe(probability);
        expect(row.risk).toBe(probability * 100);
      }),
    );
  });

  it("knows every band and stage there is", () => {
    for (const band of BANDS) expect(toLeaderboardRow({ ...stored, band }).band).toBe(band);
    for (const stage of STAGES) expect(toLeaderboardRow({ ...stored, stage }).stage).toBe(stage);
  });

  it.each<[string, Partial<StoredRow>]>([
    ["a probability above 1", { probability: 1.000_001 }],
    ["a risk where a probability belongs", { probability: 62.5 }],
    ["a probability below 0", { probability: -1e-9 }],
    ["no number for a probability", { probability: Number.NaN }],
    ["an endless probability", { probability: Number.POSITIVE_INFINITY }],
    ["a band that is none", { band: "at risk" }],
    ["a band of the prototype", { band: "constructor" }],
    ["a stage that is none", { stage: "Departed" }],
    ["no stage", { stage: "" }],
    ["evidence that is none", { evidence: "plenty" }],
    ["a reason without points", { top_reason: { text: { id: "complaints", values: {} } } }],
    ["a reason without words", { top_reason: { points: 3 } }],
    ["a reason with nested values", { top_reason: { text: { id: "x", values: { a: { b: 1 } } }, points: 3 } }],
    ["a reason that is text", { top_reason: "complaints" }],
  ])("fails loudly on %s, and shows no wrong risk", (_what, fault) => {
    expect(() => toLeaderboardRow({ ...stored, ...fault })).toThrow(ZodError);
  });
});
