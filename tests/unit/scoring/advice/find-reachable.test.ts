import { describe, expect, it } from "vitest";
import { findReachable } from "@/lib/scoring/advice/find-reachable";
import { DAY_MS } from "@/lib/scoring/day";
import type { ScoringKind } from "@/lib/scoring/types";
import { NOW_MS } from "../support/journey";

const make = (id: number, key: string, category: ScoringKind["category"], valence: -1 | 0 | 1): ScoringKind => ({
  id,
  key,
  label: key,
  category,
  valence,
  halfLifeDays: 30,
});

const KINDS = [
  make(1, "ticket", "support", 0),
  make(2, "ticket-closed", "support", 1),
  make(3, "outage", "support", -1),
  make(4, "paid", "payment", 1),
  make(5, "failed", "payment", -1),
  make(6, "promised", "promise", 0),
  make(7, "kept", "promise", 1),
  make(8, "broken", "promise", -1),
  make(9, "apology", "recovery", 1),
  make(10, "credit", "recovery", 1),
  make(11, "complaint", "complaint", -1),
  make(12, "call", "conversation", 0),
  make(13, "unanswered", "conversation", -1),
  make(14, "referral", "social", 1),
  make(15, "signed", "contract", 1),
  make(16, "layoffs", "market-signal", -1),
];

/** Keys of what is reachable after touchpoints, given by kind and days ago, oldest first; each with what it would answer. */
function reachable(...happened: readonly (readonly [key: string, daysAgo: number])[]) {
  const ids = new Map(KINDS.map((kind) => [kind.key, kind.id]));
  const found = findReachable(
    KINDS,
    {
      length: happened.length,
      occurredAtMs: Float64Array.from(happened, ([, daysAgo]) => NOW_MS - daysAgo * DAY_MS),
      kindId: Uint16Array.from(happened, ([key]) => ids.get(key)!),
      value: new Float64Array(happened.length).fill(Number.NaN),
      sentiment: new Float64Array(happened.length).fill(Number.NaN),
    },
    NOW_MS,
  );
  return Object.fromEntries(found.map(({ kind, answers, open }) => [kind.key, [answers, open]]));
}

const TALK = { call: [null, 0] };

describe("what can be brought about today", () => {
  it("is a conversation at any time, and nothing else out of nothing", () => {
    expect(reachable()).toEqual(TALK);
  });

  it("is what answers an open ticket, a failed payment, a promise", () => {
    expect(reachable(["ticket", 9], ["ticket", 3])).toEqual({ ...TALK, "ticket-closed": [1, 2] });
    expect(reachable(["failed", 9])).toMatchObject({ paid: [0, 1], apology: [0, 1] });
    expect(reachable(["promised", 9])).toEqual({ ...TALK, kept: [0, 1] });
  });

  it("is no longer what was answered since, nor a promise that was broken", () => {
    expect(reachable(["ticket", 9], ["ticket-closed", 3])).toEqual(TALK);
    expect(reachable(["promised", 9], ["kept", 3])).toEqual(TALK);
    expect(reachable(["promised", 9], ["broken", 3])).not.toHaveProperty("kept");
    expect(reachable(["ticket", 9], ["ticket-closed", 5], ["ticket", 1])).toEqual({ ...TALK, "ticket-closed": [2, 1] });
  });

  it("is any recovery that has not been offered for what went wrong here", () => {
    expect(reachable(["complaint", 9])).toEqual({ ...TALK, apology: [0, 1], credit: [0, 1] });
    expect(reachable(["complaint", 9], ["apology", 8])).toEqual({ ...TALK, credit: [0, 1] });
    expect(reachable(["broken", 9])).toMatchObject({ apology: [0, 1] });
    expect(reachable(["layoffs", 9])).toEqual(TALK);
  });

  it("answers nothing older than half a year, and nothing that has not happened yet", () => {
    expect(reachable(["complaint", 181])).toEqual(TALK);
    expect(reachable(["complaint", 179])).toHaveProperty("apology");
    expect(reachable(["complaint", -1])).toEqual(TALK);
  });

  it("still answers at the last instant, and no longer half a year later to the millisecond", () => {
    expect(reachable(["complaint", 0])).toHaveProperty("apology");
    expect(reachable(["complaint", 180])).toEqual(TALK);
  });

  it("answers in each category what is open there, and nothing that went well", () => {
    expect(reachable(["promised", 9], ["kept", 8], ["paid", 7], ["ticket-closed", 6], ["signed", 5])).toEqual(TALK);
    expect(reachable(["outage", 9])).toEqual({ ...TALK, "ticket-closed": [0, 1], apology: [0, 1], credit: [0, 1] });
    expect(reachable(["failed", 9])).toEqual({ ...TALK, paid: [0, 1], apology: [0, 1], credit: [0, 1] });
    expect(reachable(["referral", 9])).toEqual(TALK);
  });

  it("is not undone by what another category settled", () => {
    expect(reachable(["promised", 9], ["failed", 3])).toMatchObject({ kept: [0, 1] });
    expect(reachable(["ticket", 9], ["kept", 3])).toEqual({ ...TALK, "ticket-closed": [0, 1] });
  });

  it("passes over kinds that are not in the catalogue", () => {
    const touchpoints = {
      length: 1,
      occurredAtMs: Float64Array.of(NOW_MS),
      kindId: Uint16Array.of(999),
      value: Float64Array.of(Number.NaN),
      sentiment: Float64Array.of(Number.NaN),
    };
    expect(findReachable(KINDS, touchpoints, NOW_MS).map(({ kind }) => kind.key)).toEqual(["call"]);
  });
});
