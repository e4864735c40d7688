import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTouchpoint } from "@/lib/scoring/advice/add-touchpoint";
import { anyTouchpoints, withOneMore } from "../support/arbitraries";
import { kindId } from "../support/catalogue";
import { inDays } from "../support/journey";

describe("one more touchpoint", () => {
  it("stands in its place in time, after those of the same instant, and leaves the others as they were", () => {
    fc.assert(
      fc.property(anyTouchpoints, fc.integer({ min: -400, max: 60 }), (touchpoints, days) => {
        const before = structuredClone(touchpoints);
        const more = addTouchpoint(touchpoints, kindId("call"), inDays(days));
        expect(more).toEqual(withOneMore(touchpoints, "call", inDays(days), Number.NaN));
        expect(touchpoints).toEqual(before);
      }),
    );
  });

  it("fits behind columns that have room for more than they hold", () => {
    const touchpoints = {
      length: 1,
      occurredAtMs: Float64Array.of(inDays(-1), inDays(-99)),
      kindId: Uint16Array.of(kindId("call"), 77),
      value: Float64Array.of(1, 2),
      sentiment: Float64Array.of(0, 1),
    };
    const more = addTouchpoint(touchpoints, kindId("login"), inDays(0));
    expect(more).toEqual({
      length: 2,
      occurredAtMs: Float64Array.of(inDays(-1), inDays(0)),
      kindId: Uint16Array.of(kindId("call"), kindId("login")),
      value: Float64Array.of(1, Number.NaN),
      sentiment: Float64Array.of(0, Number.NaN),
    });
  });
});
