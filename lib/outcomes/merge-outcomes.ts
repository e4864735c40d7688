import type { PoolClient } from "pg";
import type { CustomerDirectory } from "@/lib/customers/customer-directory";
import type { MergeResult, RowRefusal } from "@/lib/imports/merge-result";
import type { OutcomeType } from "@/lib/schemas/outcome";

/** An outcome as it was sent or read from a file; its customer is not looked up yet. */
export type OutcomeRow = Readonly<{
  row: number;
  customerExternalId: string;
  type: OutcomeType;
  /** `YYYY-MM-DD` */
  occurredOn: string;
  reasons: readonly string[];
  avoidable: boolean | null;
}>;

export type OutcomeTarget = Readonly<{
  organisationId: number;
  importId: number | null;
  isRehearsal: boolean;
  customers: CustomerDirectory;
}>;

const CREATE_REHEARSAL = `CREATE TEMP TABLE IF NOT EXISTS rehearsed_outcome (customer_id int, type text, occurred_on date,
  reasons text[], avoidable boolean, PRIMARY KEY (customer_id, type, occurred_on)) ON COMMIT DROP`;
const GIVEN = `jsonb_to_recordset($2::jsonb) AS given(number int, customer_id int, type text, occurred_on date, reasons text[], avoidable boolean)`;
const IN_ORDER = "ORDER BY given.customer_id, given.type, given.occurred_on, given.number";

const INSERT = `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on, reasons, avoidable, import_id)
  SELECT $1::int, customer_id, type, occurred_on, reasons, avoidable, $3::int FROM ${GIVEN} ${IN_ORDER}
  ON CONFLICT (organisation_id, customer_id, type, occurred_on) DO NOTHING RETURNING customer_id`;
const REHEARSE = `INSERT INTO rehearsed_outcome (customer_id, type, occurred_on, reasons, avoidable)
  SELECT customer_id, type, occurred_on, reasons, avoidable FROM ${GIVEN}
  WHERE $3::int IS NOT DISTINCT FROM $3::int AND (SELECT 1 FROM outcome WHERE organisation_id = (SELECT $1::int)
    AND customer_id = given.customer_id AND type = given.type AND occurred_on = given.occurred_on LIMIT 1) IS NULL ${IN_ORDER}
  ON CONFLICT DO NOTHING RETURNING customer_id`;
const COUNT_CONFLICTS = `SELECT count(*)::int AS conflicts FROM ${GIVEN}
  CROSS JOIN LATERAL (SELECT reasons, avoidable FROM outcome WHERE organisation_id = (SELECT $1::int)
    AND customer_id = given.customer_id AND type = given.type AND occurred_on = given.occurred_on LIMIT 1) AS stored
  WHERE stored.reasons IS DISTINCT FROM given.reasons OR stored.avoidable IS DISTINCT FROM given.avoidable`;

/**
 * Records outcomes in the caller's transaction. A customer, a type and a day make one outcome: what is there already is a
 * duplicate, and a conflict when it gives other reasons.
 */
export async function mergeOutcomes(
  client: PoolClient,
  target: OutcomeTarget,
  rows: readonly OutcomeRow[],
): Promise<MergeResult> {
  const customerIdOf = await target.customers.find(client, new Set(rows.map((row) => row.customerExternalId)));
  const refusals: RowRefusal[] = [];
  const given: object[] = [];
  for (const row of rows) {
    const customerId = customerIdOf(row.customerExternalId);
    if (customerId === undefined) {
      const message = `There is no customer “${row.customerExternalId.slice(0, 60)}”.`;
      refusals.push({ row: row.row, field: "customerExternalId", code: "unknown-customer", message });
      continue;
    }
    const { type, occurredOn, reasons, avoidable } = row;
    given.push({ number: row.row, customer_id: customerId, type, occurred_on: occurredOn, reasons, avoidable });
  }
  const values = [target.organisationId, JSON.stringify(given)];
  if (target.isRehearsal) await client.query(`SET LOCAL client_min_messages = warning; ${CREATE_REHEARSAL}`);
  const inserted = await client.query<{ customer_id: number }>(target.isRehearsal ? REHEARSE : INSERT, [
    ...values,
    target.importId,
  ]);
  const duplicates = given.length - inserted.rows.length;
  const conflicts = duplicates === 0 ? 0 : await countConflicts(client, values);
  const counts = { created: inserted.rows.length, updated: 0, unchanged: 0, duplicates, conflicts };
  return { counts, refusals, touched: new Set(inserted.rows.map((row) => row.customer_id)) };
}

async function countConflicts(client: PoolClient, values: readonly unknown[]): Promise<number> {
  const { rows } = await client.query<{ conflicts: number }>(COUNT_CONFLICTS, [...values]);
  return rows[0]?.conflicts ?? 0;
}
