import { createReadStream } from "node:fs";
import { copyIn } from "@/lib/db/copy-in";
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
      const statement = `COPY reference_touchpoint (${BINARY_COLUMNS}) FROM STDIN (FORMAT binary)`;
      await copyIn(client, statement, createReadStream(binaryFile, { highWaterMark: 256 * 1024 }));
    });
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM reference_touchpoint");
    if (rows[0]?.count !== expectedRows) throw new Error("The reference has not copied every row.");
    await client.query("DROP TABLE reference_touchpoint");
    return seconds;
  } finally {
    client.release();
  }
}
