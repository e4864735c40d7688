import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { KindFilter, SignalKind, SignalSpecs } from "@/lib/scoring/signal-spec";
import type { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import type { Sweep } from "@/lib/scoring/sweep/sweep";

/** The value of a signal for which there is nothing to compute it from. Test with `Number.isNaN`. */
export const MISSING = Number.NaN;

/** What a compiled signal reads: the sweep it belongs to and the streams of its filters. */
export interface SignalContext {
  readonly sweep: Sweep;
  readonly collector: StreamCollector;
}

/** Takes the weight, at least 0, of a touchpoint behind a signal's value. */
export type WeighTouchpoint = (index: number, weight: number) => void;

/** The numbers a reason's message is filled with. */
export type SignalFacts = Record<string, string | number>;

/** A compiled signal with the state it keeps of one customer. */
export interface Signal {
  /** Forgets the customer before. */
  reset(): void;
  /** The value as of the instant the sweep has reached, or MISSING. Instants ascend from call to call. */
  valueAt(asOfMs: number): number;
  /** Names the touchpoints behind the value at the same instant. */
  weighTouchpoints(asOfMs: number, weigh: WeighTouchpoint): void;
  /** What a person wants to know about the value at the same instant, as a new object. */
  factsAt(asOfMs: number, value: number): SignalFacts;
}

/** A type of signal: how its specification is checked, compiled and put in words. */
export interface SignalType<Kind extends SignalKind> {
  /** True when the value is 0 without touchpoints and touchpoints move it away from 0. */
  readonly accumulates: boolean;
  /** What its values are: any number, a whole number, or 1 for yes and 0 for no. */
  readonly scale: "number" | "whole" | "yes-no";
  /** The filters by their name; the one named `filter` says what the signal is about. */
  filters(spec: SignalSpecs[Kind]): readonly (readonly [name: string, filter: KindFilter])[];
  /** Reports every fault but those of filters. */
  check(spec: SignalSpecs[Kind], path: string, report: ReportFault): void;
  compile(spec: SignalSpecs[Kind], context: SignalContext): Signal;
  /** The parameters that describe the signal in the abstract. */
  parameters(spec: SignalSpecs[Kind]): SignalFacts;
}
