import type { PoolClient } from "pg";
import type { RowRefusal } from "@/lib/imports/merge-result";
import type { HeldReason } from "@/lib/schemas/held-row";

/** The most rows of one organisation that wait at a time. */
export const MAX_HELD_ROWS = 100_000;

/** A row on its way into the pen. */
export type RowToHold = Readonly<{
  row: number;
  key: string;
  reason: HeldReason;
  customerExternalId: string;
  kind: string | null;
  /** As JSON: heldTouchpoint or heldOutcome. */
  content: object;
  /** As it stood in its file. */
  fields: readonly string[];
}>;

/** Where rows come from: a file, a hook, or neither. */
export type HoldTarget = Readonly<{
  organisationId: number;
  type: "touchpoints" | "outcomes";
  importId: number | null;
  hookId: number | null;
  isRehearsal: boolean;
}>;

/** `duplicates`: rows that wait already. */
export type HoldResult = Readonly<{ held: number; duplicates: number; refusals: readonly RowRefusal[] }>;

const GIVEN = `jsonb_to_recordset($3::jsonb) AS given(key uuid, reason text, customer text, kind text, content jsonb, fields text[])`;

const HOLD = `INSERT INTO held_row
    (organisation_id, type, key, reason, customer_external_id, kind, row, fields, import_id, hook_id)
  SELECT $1, $2, key, reason, customer, kind, content, fields, $4::int, $5::int FROM ${GIVEN} ORDER BY key
  ON CONFLICT (organisation_id, key) DO NOTHING`;

const CREATE_REHEARSAL = "CREATE TEMP TABLE IF NOT EXISTS rehearsed_held_row (key uuid PRIMARY KEY) ON COMMIT DROP";
const REHEARSE = `INSERT INTO rehearsed_held_row (key) SELECT key FROM unnest($2::uuid[]) AS given(key)
  WHERE NOT EXISTS (SELECT FROM held_row WHERE organisation_id = $1 AND held_row.key = given.key) ORDER BY key
  ON CONFLICT DO NOTHING`;

/**
 * Puts rows into the holding pen in the caller's transaction. One that waits already is a duplicate. When the pen is full
 * rows are refused instead.
 */
export async function holdRows(
  client: PoolClient,
  target: HoldTarget,
  rows: readonly RowToHold[],
): Promise<HoldResult> {
  if (rows.length === 0) return { held: 0, duplicates: 0, refusals: [] };
  const room = await roomLeft(client, target);
  const fitting = rows.slice(0, room);
  const refusals = rows.slice(room).map(({ row }) => ({ row, field: "*", code: "holding-pen-full", message: FULL }));
  const held = target.isRehearsal ? await rehearse(client, target, fitting) : await store(client, target, fitting);
  return { held, duplicates: fitting.length - held, refusals };
}

const FULL = `The holding pen has room for ${MAX_HELD_ROWS.toLocaleString("en")} rows and is full. Release or discard some, then send this row again.`;

async function roomLeft(client: PoolClient, { organisationId, isRehearsal }: HoldTarget): Promise<number> {
  if (isRehearsal) await client.query(`SET LOCAL client_min_messages = warning; ${CREATE_REHEARSAL}`);
  // One at a time, so that many senders at once do not overfill it.
  else await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`held rows of ${organisationId}`]);
  const rehearsed = isRehearsal ? "+ (SELECT count(*) FROM rehearsed_held_row)" : "";
  const { rows } = await client.query<{ waiting: number }>(
    `SELECT (count(*) ${rehearsed})::int AS waiting FROM held_row WHERE organisation_id = $1`,
    [organisationId],
  );
  return Math.max(0, MAX_HELD_ROWS - (rows[0]?.waiting ?? 0));
}

async function store(client: PoolClient, target: HoldTarget, rows: readonly RowToHold[]): Promise<number> {
  const given = rows.map(({ key, reason, customerExternalId: customer, kind, content, fields }) => ({
    ...{ key, reason, customer, kind, content, fields },
  }));
  const { organisationId, type, importId, hookId } = target;
  const { rowCount } = await client.query(HOLD, [organisationId, type, JSON.stringify(given), importId, hookId]);
  return rowCount ?? 0;
}

async function rehearse(client: PoolClient, target: HoldTarget, rows: readonly RowToHold[]): Promise<number> {
  const { rowCount } = await client.query(REHEARSE, [target.organisationId, rows.map(({ key }) => key)]);
  return rowCount ?? 0;
}
