import { describe, expect, it } from "vitest";
import { copyIn } from "@/lib/db/copy-in";
import { appPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";

const ROWS = 300_000;
const NUMBERS = "COPY numbers (value) FROM STDIN";

/** A temporary table that takes no value above `most`, on a connection of its own. */
function withNumbers<T>(most: number, work: Parameters<typeof withTenantClient<T>>[1]): Promise<T> {
  return withTenantClient(1, async (client) => {
    await client.query(`CREATE TEMP TABLE numbers (value int CHECK (value <= ${most})) ON COMMIT DROP`);
    return work(client);
  });
}

function numbers(to: number): readonly Buffer[] {
  return [Buffer.from(Array.from({ length: to }, (_, at) => `${at + 1}\n`).join(""))];
}

describe("copyIn", () => {
  it("writes every line once, however many bytes they are", async () => {
    const seen = await withNumbers(ROWS, async (client) => {
      await copyIn(client, NUMBERS, numbers(ROWS));
      const { rows } = await client.query(
        "SELECT count(*)::int AS count, count(DISTINCT value)::int AS distinct, max(value) AS max FROM numbers",
      );
      return rows[0];
    });
    expect(seen).toEqual({ count: ROWS, distinct: ROWS, max: ROWS });
  });

  it("takes a stream, and what it throws", async () => {
    async function* stopping(after: number) {
      for (let piece = 0; piece < after; piece += 1) yield Buffer.from("1\n2\n");
      if (after < 3) throw new Error("the source stopped");
    }
    const count = await withNumbers(5, async (client) => {
      await copyIn(client, NUMBERS, stopping(3));
      return (await client.query("SELECT count(*)::int AS count FROM numbers")).rows[0].count;
    });
    expect(count).toBe(6);
    await expect(withNumbers(5, (client) => copyIn(client, NUMBERS, stopping(2)))).rejects.toThrow(
      "the source stopped",
    );
  });

  it("writes nothing when there are no lines", async () => {
    const count = await withNumbers(1, async (client) => {
      await copyIn(client, NUMBERS, []);
      return (await client.query("SELECT count(*)::int AS count FROM numbers")).rows[0].count;
    });
    expect(count).toBe(0);
  });

  it.each([
    ["the table refuses a row at the end", NUMBERS, numbers(6), /numbers_value_check/],
    ["the table refuses a row long before the end", NUMBERS, numbers(ROWS), /numbers_value_check/],
    ["a line is none", NUMBERS, [Buffer.from("1\t2\n")], /extra data after last expected column/],
    ["there is no such table", "COPY nowhere FROM STDIN", numbers(ROWS), /"nowhere" does not exist/],
  ])("rejects when %s", async (_case, statement, lines, message) => {
    await expect(withNumbers(5, (client) => copyIn(client, statement, lines))).rejects.toThrow(message);
  });

  it("leaves the connection usable once its transaction was rolled back", async () => {
    const client = await appPool().connect();
    try {
      for (const lines of [numbers(10), numbers(ROWS), [Buffer.from("no number\n")]]) {
        await client.query("BEGIN");
        await client.query("CREATE TEMP TABLE numbers (value int CHECK (value <= 5)) ON COMMIT DROP");
        await expect(copyIn(client, NUMBERS, lines)).rejects.toThrow();
        await client.query("ROLLBACK");
        expect((await client.query("SELECT 42 AS answer")).rows).toEqual([{ answer: 42 }]);
      }
    } finally {
      client.release();
    }
  });

  it("loses no connection of the pool, however often it fails", async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await expect(withNumbers(5, (client) => copyIn(client, NUMBERS, numbers(6)))).rejects.toThrow(/value_check/);
    }
    expect(appPool().waitingCount).toBe(0);
    expect(appPool().idleCount).toBe(appPool().totalCount);
  });
});
