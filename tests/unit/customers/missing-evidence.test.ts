import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingEvidence } from "@/lib/customers/missing-evidence";
import { hasThinEvidence } from "@/lib/scoring/reasons/has-thin-evidence";
import type { TouchpointColumns } from "@/lib/scoring/types";

const DAY_MS = 86_400_000;
const NOW = 1_000 * DAY_MS;
const NONE = { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map() };

function columnsOf(days: readonly number[]): TouchpointColumns {
  const times = days.map((day) => day * DAY_MS).sort((a, b) => a - b);
  const length = times.length;
  return {
    length,
    occurredAtMs: Float64Array.from(times),
    kindId: new Uint16Array(length),
    value: new Float64Array(length),
    sentiment: new Float64Array(length),
  };
}

describe("missing evidence", () => {
  it("counts fewer than three recent touchpoints exactly where a score calls its evidence thin", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_100 }), { maxLength: 12 }), (days) => {
        const columns = columnsOf(days);
        const reached = days.filter((day) => day <= 1_000).length;
        const { recentTouchpoints } = missingEvidence(columns, NONE, NOW);
        expect(recentTouchpoints).toBe(Math.min(3, days.filter((day) => day > 635 && day <= 1_000).length));
        expect(recentTouchpoints < 3).toBe(hasThinEvidence(columns, reached, NOW));
      }),
    );
  });

  it("names the facts that nobody gave, and no others: no revenue is a fact", () => {
    expect(missingEvidence(columnsOf([]), NONE, NOW).facts).toEqual(["renewsOn", "mrr", "startedOn"]);
    const some = { ...NONE, mrrMinor: 0, startedOnMs: 0 };
    expect(missingEvidence(columnsOf([]), some, NOW).facts).toEqual(["renewsOn"]);
  });
});
