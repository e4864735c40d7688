import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import { customerOf, noon } from "./support/customers";

const THREE = [
  { day: 1, kind: "purchase", value: 10, sentiment: 0.5 },
  { day: 2, kind: "complaint" },
  { day: 3, kind: "purchase", value: 30 },
] as const;

describe("knownTouchpoints", () => {
  it("is the columns themselves when all had happened", () => {
    const customer = customerOf("a", THREE);
    expect(knownTouchpoints(customer, noon(3))).toBe(customer.touchpoints);
  });

  it("ends at the instant", () => {
    const customer = customerOf("a", THREE);
    expect(knownTouchpoints(customer, noon(2)).length).toBe(2);
    expect(knownTouchpoints(customer, noon(2) - 1).length).toBe(1);
    expect(knownTouchpoints(customer, noon(0)).length).toBe(0);
  });

  it("shares the arrays when only the end is cut off", () => {
    const customer = customerOf("a", THREE);
    expect(knownTouchpoints(customer, noon(2)).occurredAtMs).toBe(customer.touchpoints.occurredAtMs);
  });

  it("leaves out what arrived later, whenever it happened", () => {
    const knownFromMs = Float64Array.from([noon(10), noon(2), noon(3)]);
    const customer = { ...customerOf("a", THREE), knownFromMs };
    const known = knownTouchpoints(customer, noon(9));
    expect(known.length).toBe(2);
    expect([...known.occurredAtMs]).toEqual([noon(2), noon(3)]);
    expect([...known.kindId]).toEqual([1, 3]);
    expect([...known.value]).toEqual([Number.NaN, 30]);
    expect([...known.sentiment]).toEqual([Number.NaN, Number.NaN]);
  });

  it("has it from the instant that it arrived", () => {
    const knownFromMs = Float64Array.from([noon(10), noon(2), noon(3)]);
    const customer = { ...customerOf("a", THREE), knownFromMs };
    expect(knownTouchpoints(customer, noon(10) - 1).length).toBe(2);
    expect(knownTouchpoints(customer, noon(10)).length).toBe(3);
  });

  it("takes an unknown arrival for the time that it happened", () => {
    const customer = { ...customerOf("a", THREE), knownFromMs: new Float64Array(3).fill(Number.NaN) };
    expect(knownTouchpoints(customer, noon(3))).toBe(customer.touchpoints);
  });

  it("looks at no more than the length says", () => {
    const customer = customerOf("a", THREE);
    const shorter = { ...customer, touchpoints: { ...customer.touchpoints, length: 1 } };
    expect(knownTouchpoints(shorter, noon(5)).length).toBe(1);
  });

  it("keeps exactly what happened and arrived by then, in order", () => {
    const dated = fc.array(fc.record({ day: fc.integer({ min: 0, max: 20 }), delay: fc.integer({ min: 0, max: 20 }) }));
    fc.assert(
      fc.property(dated, fc.integer({ min: 0, max: 45 }), (rows, asOfDay) => {
        const ordered = [...rows].sort((a, b) => a.day - b.day);
        const customer = {
          ...customerOf(
            "a",
            ordered.map(({ day }) => ({ day, kind: "login" })),
          ),
          knownFromMs: Float64Array.from(ordered, ({ day, delay }) => noon(day + delay)),
        };
        const known = knownTouchpoints(customer, noon(asOfDay));
        const expected = ordered.filter(({ day, delay }) => day + delay <= asOfDay).map(({ day }) => noon(day));
        expect([...known.occurredAtMs.subarray(0, known.length)]).toEqual(expected);
      }),
    );
  });
});
