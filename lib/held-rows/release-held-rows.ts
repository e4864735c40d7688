import type { PoolClient } from "pg";
import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { lockMerges } from "@/lib/imports/lock-merges";
import {
  heldOutcome,
  heldTouchpoint,
  MAX_RELEASED,
  type ReleaseRequest,
  type ReleaseResult,
} from "@/lib/schemas/held-row";
import { orderScores } from "@/lib/scores/order-scores";
import { auditRelease } from "./audit-release";
import { heldSelection } from "./held-selection";
import { mergeHeld, type WaitingRow } from "./merge-held";

const waitingRow = z.discriminatedUnion("type", [
  z.object({ type: z.literal("touchpoints"), key: z.string(), importId: z.int().nullable(), row: heldTouchpoint }),
  z.object({ type: z.literal("outcomes"), key: z.string(), importId: z.int().nullable(), row: heldOutcome }),
]);

/**
 * Mends rows of the holding pen and sends them through the merge, at most 10,000 in one call and one transaction with the
 * order to score their customers. A row that still names what is not known stays; one that is in already is a duplicate.
 */
export async function releaseHeldRows(member: Member, request: ReleaseRequest): Promise<ReleaseResult> {
  const { organisationId } = member;
  const { where, values } = heldSelection(organisationId, request);
  return withTenantClient(organisationId, async (client) => {
    await lockMerges(client, organisationId, "shared");
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT type, key, import_id AS "importId", row FROM held_row WHERE ${where} ORDER BY key LIMIT ${MAX_RELEASED} FOR UPDATE`,
      values,
    );
    const waiting = rows.map((row) => waitingRow.parse(row));
    const total = { released: 0, duplicates: 0, held: 0 };
    const touched = new Set<number>();
    for (const group of grouped(waiting)) {
      const result = await mergeHeld(client, organisationId, group, request.mend);
      total.released += result.released;
      total.duplicates += result.duplicates;
      total.held += result.stays.size;
      for (const id of result.touched) touched.add(id);
      await settle(client, organisationId, group, result.stays);
    }
    await orderScores(client, organisationId, touched);
    if (waiting.length > total.held) await auditRelease(client, member, request, total);
    const left = await client.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM held_row WHERE ${where}`,
      values,
    );
    return { ...total, remaining: Math.max(0, (left.rows[0]?.rows ?? 0) - total.held) };
  });
}

/** Rows of one type and one import together: a touchpoint remembers which import brought it. */
function grouped(waiting: readonly WaitingRow[]): WaitingRow[][] {
  const groups = new Map<string, WaitingRow[]>();
  for (const row of waiting) {
    const name = `${row.type} ${row.importId}`;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()];
}

/** Rows that went through leave the pen; those that stay may do so for another reason now. */
async function settle(
  client: PoolClient,
  organisationId: number,
  group: readonly WaitingRow[],
  stays: ReadonlyMap<string, string>,
): Promise<void> {
  const gone = group.map(({ key }) => key).filter((key) => !stays.has(key));
  await client.query("DELETE FROM held_row WHERE organisation_id = $1 AND key = ANY($2::uuid[])", [
    organisationId,
    gone,
  ]);
  await client.query(
    `UPDATE held_row SET reason = given.reason FROM unnest($2::uuid[], $3::text[]) AS given(key, reason)
     WHERE held_row.organisation_id = $1 AND held_row.key = given.key AND held_row.reason <> given.reason`,
    [organisationId, [...stays.keys()], [...stays.values()]],
  );
}
