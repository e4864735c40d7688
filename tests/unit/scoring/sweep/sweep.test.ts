import { describe, expect, it } from "vitest";
import { resolveFilter } from "@/lib/scoring/sweep/resolve-filter";
import { StreamCollector } from "@/lib/scoring/sweep/stream-dispatch";
import { Sweep } from "@/lib/scoring/sweep/sweep";
import { TouchpointStream } from "@/lib/scoring/sweep/touchpoint-stream";
import { KINDS } from "../support/catalogue";
import { each, facts, inDays, journey, NOW_MS } from "../support/journey";

function streamOf(...timesMs: readonly number[]): TouchpointStream {
  const stream = new TouchpointStream();
  timesMs.forEach((timeMs, index) => {
    stream.append(index, timeMs);
  });
  return stream;
}

describe("a stream of touchpoints", () => {
  it("finds the first touchpoint after, and from, an instant", () => {
    const stream = streamOf(10, 20, 20, 30);
    expect([5, 10, 15, 20, 29, 30, 99].map((instant) => stream.firstAfter(instant))).toEqual([0, 1, 1, 3, 3, 4, 4]);
    expect([5, 10, 15, 20, 29, 30, 99].map((instant) => stream.firstFrom(instant))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  });

  it("has no last time while it is empty", () => {
    expect(streamOf().lastMs()).toBeNaN();
    expect(streamOf(4, 7).lastMs()).toBe(7);
    expect(streamOf().firstAfter(0)).toBe(0);
  });

  it("grows beyond its first size and keeps what it has", () => {
    const times = Array.from({ length: 1_000 }, (_, at) => at * 10);
    const stream = streamOf(...times);
    expect(stream.length).toBe(1_000);
    expect([...stream.timesMs.slice(0, 1_000)]).toEqual(times);
    expect([...stream.indexes.slice(0, 1_000)]).toEqual([...times.keys()]);
  });

  it("forgets what lies beyond its length", () => {
    const stream = streamOf(10, 20, 30);
    stream.length = 1;
    expect(stream.lastMs()).toBe(10);
    expect(stream.firstAfter(15)).toBe(1);
  });
});

describe("a filter", () => {
  const keysOf = (filter: Parameters<typeof resolveFilter>[0]) => resolveFilter(filter, KINDS).map((kind) => kind.key);

  it("takes every kind when it says nothing", () => {
    expect(keysOf({})).toEqual(KINDS.map((kind) => kind.key));
  });

  it("takes what all its parts take", () => {
    expect(keysOf({ kinds: ["return", "complaint"] })).toEqual(["complaint", "return"]);
    expect(keysOf({ categories: ["purchase"] })).toEqual(["purchase", "return"]);
    expect(keysOf({ valences: [1] })).toEqual(["complaint-resolved", "purchase"]);
    expect(keysOf({ categories: ["purchase", "complaint"], valences: [-1] })).toEqual(["complaint", "return"]);
    expect(keysOf({ kinds: ["login"], valences: [-1] })).toEqual([]);
  });
});

describe("the collector of streams", () => {
  it("gives filters that take the same kinds one stream", () => {
    const collector = new StreamCollector(KINDS);
    const byKind = collector.streamOf({ kinds: ["complaint"] });
    expect(collector.streamOf({ categories: ["complaint"] })).toBe(byKind);
    expect(collector.streamOf({ kinds: ["return"] })).not.toBe(byKind);
    expect(collector.dispatch().streams).toHaveLength(2);
  });

  it("knows the streams of every kind", () => {
    const collector = new StreamCollector(KINDS);
    for (const filter of [{ kinds: ["complaint"] }, { valences: [-1] as const }, {}]) collector.streamOf(filter);
    const { starts, targets } = collector.dispatch();
    const streamsOf = (id: number) => [...targets.slice(starts[id], starts[id + 1])];
    expect(streamsOf(1)).toEqual([0, 1, 2]);
    expect(streamsOf(4)).toEqual([1, 2]);
    expect(streamsOf(5)).toEqual([2]);
    expect(streamsOf(900)).toEqual([1, 2]);
    expect(streamsOf(899)).toEqual([]);
  });
});

describe("the sweep", () => {
  function sweepOver(touchpoints = journey(...each("complaint", 30, 20, 10), ...each("login", 15))) {
    const sweep = new Sweep();
    const collector = new StreamCollector(KINDS);
    const complaints = collector.streamOf({ kinds: ["complaint"] });
    const all = collector.streamOf({});
    sweep.route(collector.dispatch());
    sweep.begin(touchpoints, facts());
    return { sweep, complaints, all };
  }

  it("fills streams up to each instant and no further", () => {
    const { sweep, complaints, all } = sweepOver();
    const lengths = [-31, -30, -16, -12, 0].map((days) => {
      sweep.advanceTo(inDays(days));
      return [complaints.length, all.length, sweep.reached];
    });
    expect(lengths).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
      [2, 3, 3],
      [3, 4, 4],
    ]);
    expect([...complaints.indexes.slice(0, 3)]).toEqual([0, 1, 3]);
  });

  it("knows the first touchpoint once it has reached it", () => {
    const { sweep } = sweepOver();
    sweep.advanceTo(inDays(-40));
    expect(sweep.firstMs()).toBeNaN();
    sweep.advanceTo(NOW_MS);
    expect(sweep.firstMs()).toBe(inDays(-30));
  });

  it("begins anew with every customer", () => {
    const { sweep, all } = sweepOver();
    sweep.advanceTo(NOW_MS);
    sweep.begin(journey(...each("call", 500)), facts());
    sweep.advanceTo(NOW_MS);
    expect([all.length, sweep.reached, sweep.firstMs()]).toEqual([1, 1, inDays(-500)]);
  });
});
