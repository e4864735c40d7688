import { describe, expect, it } from "vitest";
import type { UnresolvedSpec } from "@/lib/scoring/signal-spec";
import { each, inDays, journey } from "../support/journey";
import { signalNow, signalStory, signalValues } from "../support/signal-values";

const open: UnresolvedSpec = {
  type: "unresolved",
  filter: { kinds: ["complaint"] },
  closedBy: { kinds: ["complaint-resolved"] },
  graceDays: 7,
  windowDays: 120,
};

describe("unresolved", () => {
  it.each([
    { what: "nothing happened", opened: [], closed: [], count: 0 },
    { what: "it is open for longer than the grace", opened: [8], closed: [], count: 1 },
    { what: "it is open for exactly the grace", opened: [7], closed: [], count: 1 },
    { what: "it is still within the grace", opened: [6.9], closed: [], count: 0 },
    { what: "it was closed later", opened: [20], closed: [10], count: 0 },
    { what: "it was closed at the same instant", opened: [20], closed: [20], count: 0 },
    { what: "an earlier one was closed", opened: [40, 20], closed: [30], count: 1 },
    { what: "all were closed at once", opened: [40, 30, 20], closed: [15], count: 0 },
    { what: "several are open", opened: [40, 30, 20, 3], closed: [50], count: 3 },
    { what: "it will be closed tomorrow", opened: [20], closed: [-1], count: 1 },
    { what: "it is older than the window", opened: [120, 200], closed: [], count: 0 },
    { what: "it is only just in the window", opened: [119.9], closed: [], count: 1 },
    { what: "it was closed a second time", opened: [20], closed: [10, 5], count: 0 },
  ])("counts $count when $what", ({ opened, closed, count }) => {
    const touchpoints = journey(...each("complaint", ...opened), ...each("complaint-resolved", ...closed));
    expect(signalNow(open, touchpoints)).toBe(count);
  });

  it("opens after the grace and closes with the answer", () => {
    const touchpoints = journey(...each("complaint", 0, -5), ...each("complaint-resolved", -20));
    const asOf = [0, 6, 7, 12, 19, 20, 40].map(inDays);
    expect(signalValues(open, touchpoints, asOf)).toEqual([0, 0, 1, 2, 2, 0, 0]);
  });

  it("may count from the first moment on", () => {
    expect(signalNow({ ...open, graceDays: 0 }, journey(...each("complaint", 0)))).toBe(1);
  });

  it("rests on what is open and tells for how long", () => {
    const touchpoints = journey(...each("complaint", 60, 31.5, 20, 2), ...each("complaint-resolved", 50));
    expect(signalStory(open, touchpoints)).toEqual({ facts: { count: 2, days: 31 }, weights: { 2: 1, 3: 1 } });
  });

  it("tells nothing of an age when nothing is open", () => {
    expect(signalStory(open, journey(...each("complaint", 2)))).toEqual({ facts: { count: 0, days: 0 }, weights: {} });
  });
});
