import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSignals } from "@/lib/scoring/compile-signals";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { signalTypeOf } from "@/lib/scoring/signals/registry";
import { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import { Sweep } from "@/lib/scoring/sweep/sweep";
import { anySignal } from "../support/arbitraries";
import { KINDS } from "../support/catalogue";
import { journey } from "../support/journey";
import { rule } from "../support/rules";
import { signalNow } from "../support/signal-values";

describe("the registry of signals", () => {
  it("has a type for every specification, which finds it sound", () => {
    fc.assert(
      fc.property(anySignal, (spec) => {
        const faults: string[] = [];
        signalTypeOf(spec)?.check(spec as never, "signal", (path, message) => faults.push(`${path} ${message}`));
        expect(signalTypeOf(spec)).toBeDefined();
        expect(faults).toEqual([]);
      }),
    );
  });

  it.each(["", "counts", "toString", "__proto__", "hasOwnProperty"])("has no type %j", (type) => {
    expect(signalTypeOf({ type } as never)).toBeUndefined();
  });

  it("says truly which signals are 0 without touchpoints", () => {
    fc.assert(
      fc.property(anySignal, (spec) => {
        fc.pre(signalTypeOf(spec)?.accumulates === true);
        expect(signalNow(spec, journey())).toBe(0);
      }),
    );
  });

  it("describes every signal by numbers and words only", () => {
    fc.assert(
      fc.property(anySignal, (spec) => {
        for (const parameter of Object.values(signalTypeOf(spec)!.parameters(spec as never))) {
          expect(["number", "string"]).toContain(typeof parameter);
        }
      }),
    );
  });
});

describe("compiling signals", () => {
  const compile = (...specs: readonly SignalSpec[]) =>
    compileSignals(
      specs.map((signal, at) => rule({ key: `rule-${at}`, signal })),
      { sweep: new Sweep(), collector: new StreamCollector(KINDS) },
    );

  it("compiles each signal once, however many rules look at it", () => {
    const { signals, signalOfRule } = compile(
      { type: "count", filter: { kinds: ["complaint"] }, windowDays: 60 },
      { type: "tenure" },
      { windowDays: 60, filter: { kinds: ["complaint"] }, type: "count" },
      { type: "count", filter: { kinds: ["complaint"] }, windowDays: 61 },
    );
    expect(signals).toHaveLength(3);
    expect([...signalOfRule]).toEqual([0, 1, 0, 2]);
  });

  it("refuses a signal that it does not know, should it come unchecked", () => {
    expect(() => compile({ type: "mood" } as never)).toThrow(RangeError);
  });
});
