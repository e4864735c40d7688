import { describe, expect, it } from "vitest";
import { findDistress } from "@/lib/journey/find-distress";
import type { Reason } from "@/lib/scoring/types";

function reason(ruleKey: string, shares: Readonly<Record<number, number>>): Reason {
  const touchpoints = Object.entries(shares).map(([index, logOdds]) => ({ index: Number(index), logOdds }));
  const logOdds = touchpoints.reduce((sum, share) => sum + share.logOdds, 0);
  return { ruleKey, logOdds, points: logOdds, text: { id: "count", values: {} }, touchpoints };
}

describe("distress touchpoints", () => {
  it("are those with the largest share of the risk, over all reasons", () => {
    const reasons = [
      reason("complaints", { 1: 0.3, 4: 0.3 }),
      reason("unresolved", { 4: 0.2 }),
      reason("price", { 2: 0.4 }),
    ];
    expect(findDistress(reasons, { limit: 5 })).toEqual([
      { index: 4, logOdds: 0.5, ruleKey: "complaints" },
      { index: 2, logOdds: 0.4, ruleKey: "price" },
      { index: 1, logOdds: 0.3, ruleKey: "complaints" },
    ]);
  });

  it("are named after the rule they give most to, whichever comes first", () => {
    expect(findDistress([reason("little", { 7: 0.1 }), reason("much", { 7: 0.6 })], { limit: 5 })[0]?.ruleKey).toBe(
      "much",
    );
  });

  it("leave out what lowers the risk, on balance", () => {
    const reasons = [reason("call", { 1: -0.2, 2: -0.1 }), reason("tone", { 1: 0.1, 2: 0.3, 3: 0 })];
    expect(findDistress(reasons, { limit: 5 }).map(({ index }) => index)).toEqual([2]);
  });

  it("are at most as many as asked for, the latest first among equals", () => {
    const reasons = [reason("complaints", { 1: 0.2, 2: 0.2, 3: 0.2, 4: 0.1 })];
    expect(findDistress(reasons, { limit: 2 }).map(({ index }) => index)).toEqual([3, 2]);
    expect(findDistress(reasons, { limit: 0 })).toEqual([]);
  });

  it("weigh at least so much, and leave out those that cannot be, before the rest are counted", () => {
    const reasons = [reason("silence", { 1: 0.9, 2: 0.5, 3: 0.4, 4: 0.1 })];
    const asked = { limit: 2, minimumLogOdds: 0.2, mayDistress: (index: number) => index !== 1 };
    expect(findDistress(reasons, asked).map(({ index }) => index)).toEqual([2, 3]);
    expect(findDistress(reasons, { ...asked, limit: 9 }).map(({ index }) => index)).toEqual([2, 3]);
  });

  it("are none without reasons", () => {
    expect(findDistress([], { limit: 5 })).toEqual([]);
    expect(findDistress([reason("tenure", {})], { limit: 5 })).toEqual([]);
  });
});
