import { describe, expect, it } from "vitest";
import { copyInLines } from "@/lib/db/copy-in-lines";
import { appPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";

const ROWS = 100_000;
const NUMBERS = "COPY numbers (value) FROM STDIN";

/** A temporary table that takes no value above `most`, on a connection of its own. */
function withNumbers<T>(most: number, work: Parameters<typeof withTenantClient<T>>[1]): Promise<T> {
  return withTenantClient(1, async (client) => {
    await client.query(`CREATE TEMP TABLE numbers (value int CHECK (value <= ${most})) ON COMMIT DROP`);
    return work(client);
  });
}

async function writeNumbers(write: (line: string) => Promise<void> | undefined, to: number): Promise<number> {
  for (let value = 1; value <= to; value += 1) await write(`${value}\n`);
  return to;
}

describe("copyInLines", () => {
  it("writes every line once, in any number of buffers, and gives what was produced", async () => {
    const seen = await withNumbers(ROWS, async (client) => {
      const produced = await copyInLines(client, NUMBERS, (write) => writeNumbers(write, ROWS));
      const { rows } = await client.query(
        "SELECT count(*)::int AS count, count(DISTINCT value)::int AS distinct, max(value) AS max FROM numbers",
      );
      return { produced, ...rows[0] };
    });
    expect(seen).toEqual({ produced: ROWS, count: ROWS, distinct: ROWS, max: ROWS });
  });

  it("writes nothing when nothing is produced", async () => {
    const count = await withNumbers(1, async (client) => {
      await copyInLines(client, NUMBERS, async () => undefined);
      return (await client.query("SELECT count(*)::int AS count FROM numbers")).rows[0].count;
    });
    expect(count).toBe(0);
  });

  it.each([
    ["in the last buffer", 10, /numbers_value_check/],
    ["long before the end", ROWS, /numbers_value_check/],
  ])("rejects when the table refuses a row %s", async (_where, rows, message) => {
    const failed = withNumbers(5, (client) => copyInLines(client, NUMBERS, (write) => writeNumbers(write, rows)));
    await expect(failed).rejects.toThrow(message);
  });

  it("rejects on a line that is none", async () => {
    const failed = withNumbers(5, (client) => copyInLines(client, NUMBERS, async (write) => write("1\t2\n")));
    await expect(failed).rejects.toThrow(/extra data after last expected column/);
  });

  it("rejects when there is no such table", async () => {
    const failed = withNumbers(5, (client) =>
      copyInLines(client, "COPY nowhere FROM STDIN", (write) => writeNumbers(write, ROWS)),
    );
    await expect(failed).rejects.toThrow(/"nowhere" does not exist/);
  });

  it.each([0, 10, ROWS])("throws what the producer threw after %d lines", async (lines) => {
    const thrown = new Error("the producer stopped");
    const failed = withNumbers(ROWS, (client) =>
      copyInLines(client, NUMBERS, async (write) => {
        await writeNumbers(write, lines);
        throw thrown;
      }),
    );
    await expect(failed).rejects.toBe(thrown);
  });

  it("leaves the connection usable once its transaction was rolled back", async () => {
    const client = await appPool().connect();
    try {
      for (const produce of [(line: number) => line, () => "no number", () => Promise.reject(new Error("stopped"))]) {
        await client.query("BEGIN");
        await client.query("CREATE TEMP TABLE numbers (value int CHECK (value <= 5)) ON COMMIT DROP");
        const failed = copyInLines(client, NUMBERS, async (write) => {
          for (let line = 1; line <= 10; line += 1) await write(`${await produce(line)}\n`);
        });
        await expect(failed).rejects.toThrow();
        await client.query("ROLLBACK");
        expect((await client.query("SELECT 42 AS answer")).rows).toEqual([{ answer: 42 }]);
      }
    } finally {
      client.release();
    }
  });

  it("loses no connection of the pool, however often it fails", async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const failed = withNumbers(5, (client) => copyInLines(client, NUMBERS, (write) => writeNumbers(write, 6)));
      await expect(failed).rejects.toThrow(/numbers_value_check/);
    }
    expect(appPool().waitingCount).toBe(0);
    expect(appPool().idleCount).toBe(appPool().totalCount);
  });

  it("waits for a slow server instead of piling lines up", async () => {
    const most = await withTenantClient(1, async (client) => {
      await client.query("CREATE TEMP TABLE texts (value text) ON COMMIT DROP");
      const before = process.memoryUsage().rss;
      let peak = 0;
      const line = `${"x".repeat(64 * 1024)}\n`;
      await copyInLines(client, "COPY texts FROM STDIN", async (write) => {
        for (let count = 0; count < 3_000; count += 1) {
          await write(line);
          if (count % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss - before);
        }
      });
      return peak;
    });
    expect(most).toBeLessThan(120 * 1024 * 1024);
  });
});
