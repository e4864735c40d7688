import { describe, expect, it } from "vitest";
import { forEachCopyFrames } from "@/lib/db/for-each-copy-frames";
import { withTenantClient } from "@/lib/db/with-tenant-client";

const ROWS = 60_000;
const NUMBERS = `COPY (SELECT n, repeat('x', n % 300) FROM generate_series(1, ${ROWS}) n) TO STDOUT`;

/** The contents of CopyData messages: a code, a length that counts itself, and the content. */
function contents(frames: Buffer): string {
  let text = "";
  for (let at = 0, end = 0; at < frames.length; at = end) {
    expect(frames.toString("latin1", at, at + 1)).toBe("d");
    end = at + 1 + frames.readUInt32BE(at + 1);
    expect(end).toBeLessThanOrEqual(frames.length);
    text += frames.toString("latin1", at + 5, end);
  }
  return text;
}

const expected = Array.from({ length: ROWS }, (_, at) => `${at + 1}\t${"x".repeat((at + 1) % 300)}\n`).join("");

describe("forEachCopyFrames", () => {
  it.each([
    ["at once", () => undefined],
    ["later", () => new Promise<void>((done) => setImmediate(done))],
  ])("visits every row once, in whole messages, when a visit is over %s", async (_when, wait) => {
    let text = "";
    await withTenantClient(1, async (client) => {
      await forEachCopyFrames(client, NUMBERS, (frames) => {
        text += contents(frames);
        return wait();
      });
      expect((await client.query("SELECT 42 AS answer")).rows).toEqual([{ answer: 42 }]);
    });
    expect(text === expected).toBe(true);
  });

  it("lets everything else that waits have a turn between two visits", async () => {
    let visits = 0;
    let turns = 0;
    await withTenantClient(1, (client) =>
      forEachCopyFrames(client, NUMBERS, () => {
        expect(turns).toBe(visits);
        visits += 1;
        setImmediate(() => {
          turns += 1;
        });
        return undefined;
      }),
    );
    expect(visits).toBeGreaterThan(20);
  });

  it("visits nothing when there is nothing", async () => {
    let visits = 0;
    await withTenantClient(1, (client) =>
      forEachCopyFrames(client, "COPY (SELECT 1 WHERE false) TO STDOUT", () => {
        visits += 1;
        return undefined;
      }),
    );
    expect(visits).toBe(0);
  });

  it.each([
    ["before the first row", "COPY nowhere TO STDOUT", /"nowhere" does not exist/],
    ["after many", `COPY (SELECT 1 / (${ROWS} - n) FROM generate_series(1, ${ROWS}) n) TO STDOUT`, /division by zero/],
  ])("throws what the server says %s, and the connection lives on", async (_when, statement, message) => {
    await withTenantClient(1, async (client) => {
      await client.query("SAVEPOINT before");
      await expect(forEachCopyFrames(client, statement, () => undefined)).rejects.toThrow(message);
      await client.query("ROLLBACK TO before");
      expect((await client.query("SELECT 42 AS answer")).rows).toEqual([{ answer: 42 }]);
    });
  });

  it.each<[string, (error: Error) => Promise<void> | undefined]>([
    [
      "at once",
      (error) => {
        throw error;
      },
    ],
    ["later", (error) => Promise.reject(error)],
  ])("throws what a visit throws %s, once the rest has run out", async (_when, fail) => {
    const thrown = new Error("the visit failed");
    let visits = 0;
    await withTenantClient(1, async (client) => {
      const failed = forEachCopyFrames(client, NUMBERS, () => {
        visits += 1;
        return visits === 2 ? fail(thrown) : undefined;
      });
      await expect(failed).rejects.toBe(thrown);
      expect((await client.query("SELECT 42 AS answer")).rows).toEqual([{ answer: 42 }]);
    });
    expect(visits).toBe(2);
  });
});
