import type { KindFilter } from "@/lib/scoring/signal-spec";
import { resolveFilter } from "@/lib/scoring/sweep/resolve-filter";
import { TouchpointStream } from "@/lib/scoring/sweep/touchpoint-stream";
import type { ScoringKind } from "@/lib/scoring/types";

/** The streams that a configuration asks for and, by kind id, which of them a touchpoint belongs to. */
export interface StreamDispatch {
  readonly streams: readonly TouchpointStream[];
  /** Kind id to its first entry in `targets`; the next kind id's entry ends it. Kinds beyond the catalogue have none. */
  readonly starts: Int32Array;
  /** Positions in `streams`. */
  readonly targets: Int32Array;
}

/** Collects the streams of a configuration. Filters that take the same kinds share a stream. */
export class StreamCollector {
  private readonly streamByIds = new Map<string, { stream: TouchpointStream; kinds: readonly ScoringKind[] }>();

  constructor(readonly kinds: readonly ScoringKind[]) {}

  streamOf(filter: KindFilter): TouchpointStream {
    const kinds = resolveFilter(filter, this.kinds);
    const ids = kinds.map((kind) => kind.id).join(" ");
    const known = this.streamByIds.get(ids);
    if (known) return known.stream;
    const stream = new TouchpointStream();
    this.streamByIds.set(ids, { stream, kinds });
    return stream;
  }

  dispatch(): StreamDispatch {
    const entries = [...this.streamByIds.values()];
    const ids = 1 + Math.max(-1, ...this.kinds.map((kind) => kind.id));
    const starts = new Int32Array(ids + 1);
    for (const { kinds } of entries)
      for (const kind of kinds) starts[kind.id + 1] = (starts[kind.id + 1] as number) + 1;
    for (let id = 0; id < ids; id++) starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);

    const targets = new Int32Array(starts[ids] as number);
    const filled = starts.slice();
    entries.forEach(({ kinds }, position) => {
      for (const kind of kinds) {
        const at = filled[kind.id] as number;
        targets[at] = position;
        filled[kind.id] = at + 1;
      }
    });
    return { streams: entries.map((entry) => entry.stream), starts, targets };
  }
}
