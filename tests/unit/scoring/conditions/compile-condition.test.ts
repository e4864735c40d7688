import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, Condition } from "@/lib/scoring/condition";
import { compileComparison, compileCondition } from "@/lib/scoring/rules/compile-condition";
import { listComparisons } from "@/lib/scoring/rules/list-comparisons";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { identifySignal } from "@/lib/scoring/signals/identify-signal";
import { anyCondition } from "../support/arbitraries";
import { COMPLAINTS, ENTERPRISE, is, isSo, PURCHASES, SEATS, SINCE_CALL, SUMMER, TENURE } from "../support/conditions";
import { naivelyHolds } from "../support/naive-score";

const MISSING = Number.NaN;
const SPECS: readonly SignalSpec[] = [COMPLAINTS, PURCHASES, SINCE_CALL, TENURE, SEATS, ENTERPRISE, SUMMER];

/** Whether a condition holds when signals have the given values; those not given are missing. */
function holds(condition: Condition, ...given: readonly (readonly [SignalSpec, number])[]): boolean {
  const values = new Float64Array(SPECS.length).fill(MISSING);
  for (const [spec, value] of given) values[SPECS.indexOf(spec)] = value;
  return compileCondition(condition, (spec) => SPECS.indexOf(spec))(values);
}

describe("a comparison", () => {
  it.each<{ comparison: Comparison; below: boolean; at: boolean; above: boolean }>([
    { comparison: is(TENURE, "at-least", 5), below: false, at: true, above: true },
    { comparison: is(TENURE, "at-most", 5), below: true, at: true, above: false },
    { comparison: is(TENURE, "above", 5), below: false, at: false, above: true },
    { comparison: is(TENURE, "below", 5), below: true, at: false, above: false },
    { comparison: isSo(TENURE, "known"), below: true, at: true, above: true },
    { comparison: isSo(TENURE, "missing"), below: false, at: false, above: false },
  ])("$comparison.is 5 is $below below, $at at it and $above above", ({ comparison, below, at, above }) => {
    const test = compileComparison(comparison);
    expect([4.999, 5, 5.001].map(test)).toEqual([below, at, above]);
    expect([-1e9, 1e9].map(test)).toEqual([below, above]);
  });

  it("between takes in both of its ends", () => {
    const test = compileComparison({ signal: TENURE, is: "between", from: 2, to: 4 });
    expect([1.999, 2, 3, 4, 4.001].map(test)).toEqual([false, true, true, true, false]);
    const just = compileComparison({ signal: TENURE, is: "between", from: 3, to: 3 });
    expect([2.999, 3, 3.001].map(just)).toEqual([false, true, false]);
  });

  it("asks yes of 1 and no of 0", () => {
    expect([0, 1].map(compileComparison(isSo(SUMMER, "yes")))).toEqual([false, true]);
    expect([0, 1].map(compileComparison(isSo(SUMMER, "no")))).toEqual([true, false]);
  });

  it.each<Comparison>([
    is(TENURE, "at-least", -1e9),
    is(TENURE, "at-most", 1e9),
    is(TENURE, "above", -1e9),
    is(TENURE, "below", 1e9),
    { signal: TENURE, is: "between", from: -1e9, to: 1e9 },
    isSo(ENTERPRISE, "yes"),
    isSo(ENTERPRISE, "no"),
    isSo(TENURE, "known"),
  ])("$is does not hold for a missing signal", (comparison) => {
    expect(compileComparison(comparison)(MISSING)).toBe(false);
  });

  it("missing holds for a missing signal alone", () => {
    expect(compileComparison(isSo(TENURE, "missing"))(MISSING)).toBe(true);
    expect(compileComparison(isSo(TENURE, "missing"))(0)).toBe(false);
  });
});

describe("a condition", () => {
  const sour = is(COMPLAINTS, "at-least", 2);
  const young = is(TENURE, "below", 30);

  it("of all holds when every part does", () => {
    const both = { all: [sour, young] };
    expect(holds(both, [COMPLAINTS, 2], [TENURE, 10])).toBe(true);
    expect(holds(both, [COMPLAINTS, 1], [TENURE, 10])).toBe(false);
    expect(holds(both, [COMPLAINTS, 2], [TENURE, 30])).toBe(false);
    expect(holds(both, [COMPLAINTS, 2])).toBe(false);
  });

  it("of any holds when one part does", () => {
    const either = { any: [sour, young] };
    expect(holds(either, [COMPLAINTS, 2], [TENURE, 99])).toBe(true);
    expect(holds(either, [COMPLAINTS, 0], [TENURE, 10])).toBe(true);
    expect(holds(either, [COMPLAINTS, 0], [TENURE, 99])).toBe(false);
    expect(holds(either)).toBe(false);
  });

  it("of not holds when its part does not, also because a signal is missing", () => {
    expect(holds({ not: young }, [TENURE, 10])).toBe(false);
    expect(holds({ not: young }, [TENURE, 30])).toBe(true);
    expect(holds({ not: young })).toBe(true);
    expect(holds({ all: [{ not: young }, isSo(TENURE, "known")] })).toBe(false);
  });

  it("can be nested", () => {
    const condition = { all: [{ any: [sour, is(SINCE_CALL, "above", 60)] }, { not: isSo(ENTERPRISE, "yes") }] };
    expect(holds(condition, [COMPLAINTS, 3], [ENTERPRISE, 0])).toBe(true);
    expect(holds(condition, [COMPLAINTS, 3], [ENTERPRISE, 1])).toBe(false);
    expect(holds(condition, [COMPLAINTS, 0], [SINCE_CALL, 61])).toBe(true);
    expect(holds(condition, [COMPLAINTS, 0], [SINCE_CALL, 60])).toBe(false);
  });

  it("holds as its words say, whatever it is made of and whatever the values", () => {
    const anyValue = fc.constantFrom(MISSING, -1, 0, 0.5, 1, 2, 5, 9, 30, 90, 120);
    fc.assert(
      fc.property(anyCondition, fc.infiniteStream(anyValue), (condition, stream) => {
        const specs = listComparisons(condition).map(({ signal }) => identifySignal(signal));
        const values = Float64Array.from(specs, () => stream.next().value as number);
        const yesOrNo = listComparisons(condition)
          .filter(({ is: test }) => test === "yes" || test === "no")
          .map(({ signal }) => identifySignal(signal));
        values.forEach((value, at) => {
          if (yesOrNo.includes(specs[at] as string) && !Number.isNaN(value)) values[at] = value > 0 ? 1 : 0;
        });
        const positionOf = (spec: SignalSpec) => specs.indexOf(identifySignal(spec));
        const compiled = compileCondition(condition, positionOf);
        expect(compiled(values)).toBe(naivelyHolds(condition, (spec) => values[positionOf(spec)] as number));
      }),
    );
  });

  it("is the opposite of its not, and follows De Morgan", () => {
    fc.assert(
      fc.property(anyCondition, anyCondition, fc.array(fc.constantFrom(MISSING, 0, 1, 5, 30)), (one, other, given) => {
        const specs = [...listComparisons(one), ...listComparisons(other)].map(({ signal }) => identifySignal(signal));
        const values = Float64Array.from(specs, (_, at) => given[at] ?? MISSING);
        const ask = (condition: Condition) =>
          compileCondition(condition, (spec) => specs.indexOf(identifySignal(spec)))(values);
        expect(ask({ not: one })).toBe(!ask(one));
        expect(ask({ not: { all: [one, other] } })).toBe(ask({ any: [{ not: one }, { not: other }] }));
        expect(ask({ not: { any: [one, other] } })).toBe(ask({ all: [{ not: one }, { not: other }] }));
      }),
    );
  });
});

describe("listing comparisons", () => {
  it("goes from left to right through every kind of part", () => {
    const a = is(TENURE, "above", 1);
    const b = is(SEATS, "below", 2);
    const c = isSo(SUMMER, "yes");
    expect(listComparisons({ all: [a, { any: [b, { not: c }] }] })).toEqual([a, b, c]);
    expect(listComparisons(a)).toEqual([a]);
  });
});
