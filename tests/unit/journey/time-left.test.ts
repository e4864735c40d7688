import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeLeft } from "@/lib/journey/time-left";
import { STAGES } from "@/lib/stages/stages";

const ASKED = {
  stage: "established",
  renewsOn: "2026-07-10",
  stageSince: "2026-06-20",
  horizonDays: 90,
  today: "2026-06-30",
} as const;

const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const question = fc.record({
  stage: fc.constantFrom(...STAGES),
  renewsOn: fc.option(day),
  stageSince: day,
  horizonDays: fc.integer({ min: 1, max: 730 }),
  today: day,
});

describe("the time left to act", () => {
  it.each([
    ["the renewal, for a settled customer", {}, { days: 10, until: "renewal", on: "2026-07-10" }],
    ["the renewal, when a wavering customer renews first", { stage: "wavering" }, { days: 10, until: "renewal" }],
    [
      "the end of the horizon, when that comes first",
      { stage: "wavering", renewsOn: "2027-01-01" },
      { days: 80, until: "horizon", on: "2026-09-18" },
    ],
    [
      "the end of the horizon, when no renewal is known",
      { stage: "wavering", renewsOn: null },
      { days: 80, until: "horizon" },
    ],
    [
      "now, for whoever wavers for longer than the horizon",
      { stage: "wavering", renewsOn: null, stageSince: "2025-06-30" },
      { days: 0, until: "horizon", on: "2026-06-30" },
    ],
    ["today, when it renews today", { renewsOn: "2026-06-30" }, { days: 0, until: "renewal", on: "2026-06-30" }],
  ] as const)("lasts until %s", (_, change, expected) => {
    expect(timeLeft({ ...ASKED, ...change })).toMatchObject(expected);
  });

  it.each([
    ["who left", { stage: "departed" }],
    ["whose renewal is over", { renewsOn: "2026-06-29" }],
    ["of whom no renewal is known", { renewsOn: null }],
  ] as const)("is not told of a customer %s", (_, change) => {
    expect(timeLeft({ ...ASKED, ...change })).toBeNull();
  });

  it("is never below nothing, names its last day, and is no longer than the horizon while a customer wavers", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const left = timeLeft(asked);
        if (!left) {
          expect(asked.stage).not.toBe("wavering");
          return;
        }
        expect(left.days).toBeGreaterThanOrEqual(0);
        expect(Date.parse(left.on) - Date.parse(asked.today)).toBe(left.days * 86_400_000);
        if (left.until === "renewal") expect(left.on).toBe(asked.renewsOn);
        if (asked.stage === "wavering" && asked.stageSince <= asked.today) {
          expect(left.days).toBeLessThanOrEqual(asked.horizonDays);
        }
      }),
    );
  });
});
