import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import { systemPool } from "@/lib/db/pool";
import { BINARY_COLUMNS } from "./import-data";
import { timed } from "./machine";

/** Seconds that PostgreSQL takes to COPY rows that are parsed already into an empty table with the same indexes. */
export async function copyReferenceSeconds(binaryFile: string, expectedRows: number): Promise<number> {
  const client = await systemPool().connect();
  try {
    await client.query("DROP TABLE IF EXISTS reference_touchpoint");
    await client.query("CREATE TABLE reference_touchpoint (LIKE touchpoint INCLUDING DEFAULTS INCLUDING INDEXES)");
    const { seconds } = await timed(async () => {
      const copy = client.query(from(`COPY reference_touchpoint (${BINARY_COLUMNS}) FROM STDIN (FORMAT binary)`));
      await pipeline(createReadStream(binaryFile, { highWaterMark: 256 * 1024 }), copy);
    });
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM reference_touchpoint");
    if (rows[0]?.count !== expectedRows) throw new Error("The reference has not copied every row.");
    await client.query("DROP TABLE reference_touchpoint");
    return seconds;
  } finally {
    client.release();
  }
}
