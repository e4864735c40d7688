import { Pool } from "pg";
import { systemPool } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { ByteArena } from "@/lib/touchpoints/byte-arena";
import { encodeCompared, encodeSenderIds } from "@/lib/touchpoints/encode-columns";
import { TouchpointColumns } from "@/lib/touchpoints/touchpoint-columns";
import { inTurns } from "./in-turns";
import { ingestBatch, placeOf } from "./ingest-data";
import { timed } from "./machine";

const INSERT = `INSERT INTO reference_touchpoint
    (organisation_id, key, customer_id, occurred_at, kind_id, value, sentiment, sender_id)
  SELECT 1, * FROM unnest($1::uuid[], $2::int4[], $3::timestamptz[], $4::int2[], $5::float8[], $6::float4[], $7::text[])`;

/** `earlier` batches are there before, as they are in the product's table. */
type Load = Readonly<{ batches: number; earlier: number; rows: number; customers: number }>;

/**
 * Seconds that the same batches take by one statement each, arrays made before and in binary, into a table with the same
 * indexes that holds as many rows as the product's.
 * @param connections how many to try, one figure for each
 */
export async function insertReferenceSeconds(
  { batches, earlier, rows, customers }: Load,
  connections: readonly number[],
): Promise<number[]> {
  const parameters = Array.from({ length: batches + earlier }, (_, index) =>
    arraysOf(index - earlier, rows, customers),
  );
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: Math.max(...connections) });
  const figures: number[] = [];
  try {
    for (const atOnce of connections) {
      await systemPool().query("DROP TABLE IF EXISTS reference_touchpoint");
      await systemPool().query(
        "CREATE TABLE reference_touchpoint (LIKE touchpoint INCLUDING DEFAULTS INCLUDING INDEXES)",
      );
      // Connections are made before the clock runs.
      await inTurns(atOnce, atOnce, async () => void (await pool.query("SELECT pg_sleep(0.05)")));
      const insert = async (index: number) => void (await pool.query(INSERT, parameters[index]));
      await inTurns(atOnce, earlier, insert);
      figures.push((await timed(() => inTurns(atOnce, batches, (index) => insert(earlier + index)))).seconds);
    }
    await systemPool().query("DROP TABLE reference_touchpoint");
  } finally {
    await pool.end();
  }
  return figures;
}

function arraysOf(index: number, rows: number, customers: number): Buffer[] {
  const columns = new TouchpointColumns(rows);
  for (const [offset, sent] of ingestBatch(index, rows, customers).entries()) {
    const { customer, kind } = placeOf(index * rows + offset, customers);
    const row = { ...sent, row: offset, senderId: sent.id, occurredAtMs: Date.parse(sent.occurredAt) };
    const known = { id: kind + 1, key: sent.kind };
    columns.add({ ...row, sentiment: Number.NaN, details: null }, customer + 1, known);
  }
  const order = Int32Array.from({ length: rows }, (_, place) => place);
  const arena = new ByteArena(rows * 110);
  return [...encodeCompared(arena, columns, order), encodeSenderIds(arena, columns, order)];
}
