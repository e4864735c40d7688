import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SignalObserver } from "@/lib/scoring/learning/signal-observer";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { KINDS } from "../support/catalogue";
import { each, facts, inDays, journey, NOW_MS } from "../support/journey";
import { signalNow } from "../support/signal-values";

const COMPLAINTS: SignalSpec = { type: "count", filter: { kinds: ["complaint"] }, windowDays: 30 };
const SINCE: SignalSpec = { type: "days-since", filter: { kinds: ["complaint"] } };

describe("SignalObserver", () => {
  it("gives what a scorer's signals give, whatever the touchpoints", () => {
    const observer = new SignalObserver(KINDS, [COMPLAINTS, SINCE]);
    const daysArbitrary = fc.array(fc.integer({ min: -10, max: 90 }), { maxLength: 20 });
    fc.assert(
      fc.property(daysArbitrary, (daysAgo) => {
        const touchpoints = journey(...each("complaint", ...daysAgo));
        const [values] = observer.observe(touchpoints, facts(), [NOW_MS]);
        expect(values).toEqual([signalNow(COMPLAINTS, touchpoints), signalNow(SINCE, touchpoints)]);
      }),
    );
  });

  it("gives values for each instant in the order of the specifications", () => {
    const observer = new SignalObserver(KINDS, [COMPLAINTS, SINCE]);
    const touchpoints = journey(...each("complaint", 40, 10));
    expect(observer.observe(touchpoints, facts(), [NOW_MS, inDays(5), inDays(25)])).toEqual([
      [1, 10],
      [1, 15],
      [0, 35],
    ]);
  });

  it("never looks past an instant", () => {
    const observer = new SignalObserver(KINDS, [COMPLAINTS, SINCE]);
    const known = observer.observe(journey(...each("complaint", 10)), facts(), [NOW_MS]);
    const withFuture = observer.observe(journey(...each("complaint", 10, -1, -2)), facts(), [NOW_MS]);
    expect(withFuture).toEqual(known);
  });

  it("forgets the customer before", () => {
    const observer = new SignalObserver(KINDS, [COMPLAINTS, SINCE]);
    observer.observe(journey(...each("complaint", 3, 2, 1)), facts(), [NOW_MS]);
    expect(observer.observe(journey(), facts(), [NOW_MS])).toEqual([[0, Number.NaN]]);
  });

  it("gives nothing at no instant", () => {
    expect(new SignalObserver(KINDS, [COMPLAINTS]).observe(journey(), facts(), [])).toEqual([]);
  });

  it("refuses a signal that there is not", () => {
    const unknown = { type: "horoscope" } as never;
    expect(() => new SignalObserver(KINDS, [unknown])).toThrow('There is no signal "horoscope".');
  });
});
