import type { StreamDispatch } from "@/lib/scoring/sweep/stream-dispatch";
import type { TouchpointStream } from "@/lib/scoring/sweep/touchpoint-stream";
import type { CustomerFacts, TouchpointColumns } from "@/lib/scoring/types";

/**
 * One pass over a customer's touchpoints in time order. At each as-of instant every touchpoint up to it, and none after,
 * has been appended to the streams of its kind, so that no signal can see the future.
 */
export class Sweep {
  touchpoints: TouchpointColumns = NOTHING;
  facts: CustomerFacts = NOBODY;
  /** Number of touchpoints reached: those with an index below it. */
  reached = 0;
  private streams: readonly TouchpointStream[] = [];
  private starts: Int32Array = new Int32Array(1);
  private targets: Int32Array = new Int32Array(0);
  private lastMs = Number.NEGATIVE_INFINITY;

  /** Sets where touchpoints go; called once, when all signals are compiled. */
  route(dispatch: StreamDispatch): void {
    this.streams = dispatch.streams;
    this.starts = dispatch.starts;
    this.targets = dispatch.targets;
  }

  begin(touchpoints: TouchpointColumns, facts: CustomerFacts): void {
    this.touchpoints = touchpoints;
    this.facts = facts;
    this.reached = 0;
    this.lastMs = Number.NEGATIVE_INFINITY;
    for (const stream of this.streams) stream.length = 0;
  }

  /** Time of the customer's first touchpoint; NaN while none is reached. */
  firstMs(): number {
    return this.reached === 0 ? Number.NaN : (this.touchpoints.occurredAtMs[0] as number);
  }

  advanceTo(asOfMs: number): void {
    const { occurredAtMs, kindId, length } = this.touchpoints;
    const { streams, starts, targets } = this;
    const knownKinds = starts.length - 1;
    let index = this.reached;
    for (; index < length; index++) {
      const timeMs = occurredAtMs[index] as number;
      if (!(timeMs >= this.lastMs)) throw new RangeError(`Touchpoint ${index} is not in time order.`);
      if (timeMs > asOfMs) break;
      this.lastMs = timeMs;
      const kind = kindId[index] as number;
      if (kind >= knownKinds) continue;
      const end = starts[kind + 1] as number;
      for (let target = starts[kind] as number; target < end; target++) {
        (streams[targets[target] as number] as TouchpointStream).append(index, timeMs);
      }
    }
    this.reached = index;
  }
}

const NOTHING: TouchpointColumns = {
  length: 0,
  occurredAtMs: new Float64Array(0),
  kindId: new Uint16Array(0),
  value: new Float64Array(0),
  sentiment: new Float64Array(0),
};

const NOBODY: CustomerFacts = { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map() };
