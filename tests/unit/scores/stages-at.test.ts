import { describe, expect, it } from "vitest";
import type { DatedOutcome } from "@/lib/journey/absences-from-outcomes";
import type { BreakUpDefinition } from "@/lib/schemas/break-up";
import { stageAt, stagesAt } from "@/lib/scores/stages-at";
import type { TouchpointColumns } from "@/lib/scoring/types";
import { daysAgo, facts, NOW_MS, setup, touchpoints } from "./support/scored";

const RECORDED: BreakUpDefinition = { type: "recorded" };
const SILENT: BreakUpDefinition = { type: "inactivity", kinds: ["purchase"], days: 60 };

type Known = Readonly<{
  breakUp: BreakUpDefinition;
  started?: number | null;
  seen?: TouchpointColumns;
  outcomes?: readonly DatedOutcome[];
  probability?: number;
  asOfMs?: number;
  waveringSinceMs?: number | null;
}>;

const NONE = touchpoints();

function question({ breakUp, started = 400, seen = NONE, outcomes = [], ...rest }: Known) {
  const customer = { facts: facts(started), outcomes, touchpoints: seen };
  return { setup: setup({ breakUp }), customer, asOfMs: NOW_MS, probability: 0, ...rest };
}

/** Each stage and how many days ago it was entered. */
const stages = (known: Known) =>
  stagesAt(question(known))
    .map(({ stage, enteredAtMs }) => `${stage} ${(NOW_MS - enteredAtMs) / 86_400_000}`)
    .join(", ");
const outcome = (type: DatedOutcome["type"], days: number): DatedOutcome => ({ type, occurredOnMs: daysAgo(days) });

describe("stages where a break-up is recorded", () => {
  it.each<[string, Omit<Known, "breakUp">, string]>([
    ["an old customer", {}, "honeymoon 400, established 310"],
    ["a new one", { started: 10 }, "honeymoon 10"],
    ["one on the 90th day", { started: 90 }, "honeymoon 90, established 0"],
    ["one not yet begun", { started: -10, seen: touchpoints(["login", 5]) }, "courtship 5"],
    ["one of whom only touchpoints are known", { started: null, seen: touchpoints(["login", 5]) }, "honeymoon 5"],
    ["one who left", { outcomes: [outcome("break-up", 50)] }, "honeymoon 400, established 310, departed 50"],
    [
      "one who left and came back",
      { outcomes: [outcome("break-up", 200), outcome("return", 100)] },
      "honeymoon 400, established 310, departed 200, returned 100, established 10",
    ],
    ["one who renewed", { outcomes: [outcome("renewal", 50)] }, "honeymoon 400, established 310"],
    ["one silent for a year", { seen: touchpoints(["purchase", 390]) }, "honeymoon 400, established 310"],
    ["one who will leave", { outcomes: [outcome("break-up", -5)] }, "honeymoon 400, established 310"],
  ])("of %s", (_who, known, expected) => expect(stages({ breakUp: RECORDED, ...known })).toBe(expected));
});

describe("stages where a break-up is inactivity", () => {
  it.each<[string, Omit<Known, "breakUp">, string]>([
    [
      "one who buys",
      { started: 100, seen: touchpoints(["purchase", 60], ["purchase", 10]) },
      "honeymoon 100, established 10",
    ],
    ["one who stopped", { started: 100, seen: touchpoints(["purchase", 90]) }, "honeymoon 100, departed 30"],
    ["one whose patience ends now", { started: 80, seen: touchpoints(["purchase", 60]) }, "honeymoon 80, departed 0"],
    [
      "one who only signs in",
      { started: 100, seen: touchpoints(["login", 5], ["complaint", 1]) },
      "honeymoon 100, departed 40",
    ],
    [
      "one who came back",
      { started: 200, seen: touchpoints(["purchase", 190], ["purchase", 20]) },
      "honeymoon 200, departed 130, returned 20",
    ],
    ["one with a recorded break-up", { started: 50, outcomes: [outcome("break-up", 10)] }, "honeymoon 50"],
    ["one without a start who never bought", { started: null, seen: touchpoints(["login", 5]) }, "courtship 5"],
  ])("of %s", (_who, known, expected) => expect(stages({ breakUp: SILENT, ...known })).toBe(expected));
});

describe("wavering", () => {
  it.each([
    [0.249, "established"],
    [0.25, "wavering"],
    [0.5, "wavering"],
    [1, "wavering"],
  ])("at a probability of %d: %s", (probability, stage) => {
    expect(stageAt(question({ breakUp: RECORDED, probability })).stage).toBe(stage);
  });

  it("began when scoring first saw it, and now when it never did", () => {
    const known = { breakUp: RECORDED, probability: 0.9 };
    expect(stageAt(question(known)).enteredAtMs).toBe(NOW_MS);
    expect(stageAt(question({ ...known, waveringSinceMs: daysAgo(12) })).enteredAtMs).toBe(daysAgo(12));
  });

  it("is no stage of a customer who has left or never began", () => {
    const gone = { breakUp: RECORDED, probability: 0.9, outcomes: [outcome("break-up", 5)] };
    expect(stageAt(question(gone)).stage).toBe("departed");
    expect(stageAt(question({ breakUp: RECORDED, probability: 0.9, started: null }))).toEqual({
      stage: "courtship",
      enteredAtMs: NOW_MS,
    });
  });

  it("follows the admin's bands", () => {
    const asked = question({ breakUp: RECORDED, probability: 0.3 });
    const strict = setup({ bandFloors: { watch: 0.1, "at-risk": 0.4, critical: 0.5 } });
    expect(stageAt({ ...asked, setup: strict }).stage).toBe("established");
  });
});
