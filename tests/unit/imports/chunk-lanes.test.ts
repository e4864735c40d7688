import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChunkLanes } from "@/lib/imports/chunk-lanes";

type Work = Readonly<{ keys: readonly number[] | undefined; ticks: number }>;

const work: fc.Arbitrary<Work> = fc.record({
  keys: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }), { nil: undefined }),
  ticks: fc.integer({ min: 0, max: 5 }),
});

async function wait(ticks: number): Promise<void> {
  for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
}

/** Does all work through lanes, and tells what happened in order. */
async function run(pieces: readonly Work[], failing = -1) {
  const events: string[] = [];
  const lanes = new ChunkLanes();
  const failure = await (async () => {
    for (const [index, { keys, ticks }] of pieces.entries()) {
      const sorted = keys && Uint32Array.from([...keys].sort((one, other) => one - other));
      await lanes.send(sorted, async (turn) => {
        events.push(`begin ${index}`);
        await wait(ticks);
        if (index === failing) throw new Error(`failed ${index}`);
        await turn;
        events.push(`commit ${index}`);
      });
    }
    await lanes.finish();
  })().catch((error: Error) => error.message);
  await lanes.settle();
  return { events, failure };
}

/** The pieces that were on their way at each moment. */
function together(events: readonly string[]): Set<number>[] {
  const now = new Set<number>();
  return events.map((event) => {
    const [what, index] = event.split(" ");
    if (what === "begin") now.add(Number(index));
    else now.delete(Number(index));
    return new Set(now);
  });
}

describe("ChunkLanes", () => {
  it("commits every chunk in order, two at a time at most, and those that could meet one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 12 }), async (pieces) => {
        const { events, failure } = await run(pieces);
        expect(failure).toBeUndefined();
        const commits = events.filter((event) => event.startsWith("commit"));
        expect(commits).toEqual(pieces.map((_, index) => `commit ${index}`));
        for (const now of together(events)) {
          expect(now.size).toBeLessThanOrEqual(2);
          const [one, other] = [...now].map((index) => pieces[index]?.keys);
          if (now.size < 2) continue;
          expect(one?.some((key) => other?.includes(key))).toBe(false);
          expect(other).toBeDefined();
        }
      }),
    );
  });

  it("goes two at a time where it can", async () => {
    const { events } = await run([
      { keys: [1, 5], ticks: 3 },
      { keys: [2, 4, 6], ticks: 3 },
    ]);
    expect(events).toEqual(["begin 0", "begin 1", "commit 0", "commit 1"]);
  });

  it("commits nothing behind a chunk that failed, and tells what it failed with", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 8 }), fc.nat(), async (pieces, place) => {
        const failing = place % pieces.length;
        const { events, failure } = await run(pieces, failing);
        expect(failure).toBe(`failed ${failing}`);
        const commits = events.filter((event) => event.startsWith("commit"));
        expect(commits).toEqual(pieces.slice(0, failing).map((_, index) => `commit ${index}`));
      }),
    );
  });
});
