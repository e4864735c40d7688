import { z } from "zod";
import type { Member } from "@/lib/auth/member";
import { decodePosition } from "@/lib/cursors/decode-position";
import { encodePosition } from "@/lib/cursors/encode-position";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { HELD_REASONS, type HeldReason, type HeldRowQuery } from "@/lib/schemas/held-row";
import { heldSelection } from "./held-selection";

/** A row of the holding pen as people see it. */
export type ListedHeldRow = Readonly<{
  key: string;
  type: "touchpoints" | "outcomes";
  reason: HeldReason;
  customerExternalId: string;
  kind: string | null;
  /** The checked row: when it was, its value … */
  row: Readonly<Record<string, unknown>>;
  /** As it stood in its file; empty for one that came over the API. */
  fields: readonly string[];
  importId: number | null;
  hookId: number | null;
  heldAt: string;
}>;

const stored = z.object({
  key: z.string(),
  type: z.enum(["touchpoints", "outcomes"]),
  reason: z.enum(HELD_REASONS),
  customerExternalId: z.string(),
  kind: z.string().nullable(),
  row: z.record(z.string(), z.unknown()),
  fields: z.array(z.string()),
  importId: z.int().nullable(),
  hookId: z.int().nullable(),
  heldAt: z.date().transform((date) => date.toISOString()),
});

const position = z.tuple([z.iso.datetime(), z.guid()]);

/** A page of the rows that wait, the newest first. @throws AppError bad-request for a cursor that is none */
export async function listHeldRows(
  { organisationId }: Member,
  query: HeldRowQuery,
): Promise<{ items: ListedHeldRow[]; nextCursor: string | null }> {
  const { where, values } = heldSelection(organisationId, query);
  const conditions = [where];
  if (query.reason) {
    values.push(query.reason);
    conditions.push(`reason = $${values.length}`);
  }
  if (query.cursor !== undefined) {
    values.push(...decodePosition(query.cursor, position, "the held rows"));
    conditions.push(`(held_at, key) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query(
      `SELECT key, type, reason, customer_external_id AS "customerExternalId", kind, row, fields,
              import_id AS "importId", hook_id AS "hookId", held_at AS "heldAt"
       FROM held_row WHERE ${conditions.join(" AND ")} ORDER BY held_at DESC, key DESC LIMIT ${query.limit + 1}`,
      values,
    ),
  );
  const items = rows.slice(0, query.limit).map((row) => stored.parse(row));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last ? encodePosition([last.heldAt, last.key]) : null };
}
