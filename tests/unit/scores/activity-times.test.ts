import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityTimes } from "@/lib/scores/activity-times";
import { daysAgo, KINDS, touchpoints } from "./support/scored";

const ALL = touchpoints(["purchase", 30], ["complaint", 20], ["login", 10], ["purchase", 5]);
const anyKey = fc.constantFrom(...KINDS.map((kind) => kind.key));

describe("the times of activity", () => {
  it.each([
    ["one kind", ["purchase"], [30, 5]],
    ["two kinds, in time order", ["login", "purchase"], [30, 10, 5]],
    ["no kind", [], []],
    ["a kind that is not in the catalogue", ["fax", "__proto__"], []],
    ["a kind in other letters", ["Purchase"], []],
  ])("are those of %s", (_what, kinds, days) => {
    expect([...activityTimes(ALL, KINDS, kinds)]).toEqual(days.map(daysAgo));
  });

  it("leave out what the reused arrays hold beyond their length", () => {
    expect([...activityTimes({ ...ALL, length: 1 }, KINDS, ["purchase"])]).toEqual([daysAgo(30)]);
    expect(activityTimes({ ...ALL, length: 0 }, KINDS, ["purchase"])).toHaveLength(0);
  });

  it("are a copy: the next customer in the same arrays does not change them", () => {
    const reused = touchpoints(["purchase", 30]);
    const times = activityTimes(reused, KINDS, ["purchase"]);
    reused.occurredAtMs[0] = 0;
    expect([...times]).toEqual([daysAgo(30)]);
  });

  it("ascend and are exactly the touchpoints of the kinds", () => {
    const anyTouchpoint = fc.tuple(anyKey, fc.integer({ min: -100, max: 4_000 }));
    fc.assert(
      fc.property(fc.array(anyTouchpoint, { maxLength: 60 }), fc.uniqueArray(anyKey), (given, kinds) => {
        const times = [...activityTimes(touchpoints(...given), KINDS, kinds)];
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times).toHaveLength(given.filter(([kind]) => kinds.includes(kind)).length);
      }),
    );
  });
});
