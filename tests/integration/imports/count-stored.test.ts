import { expect, it } from "vitest";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ByteArena } from "@/lib/touchpoints/byte-arena";
import { countStored } from "@/lib/touchpoints/count-stored";
import { encodeCompared } from "@/lib/touchpoints/encode-columns";
import { sortByKey } from "@/lib/touchpoints/sort-by-key";
import { TouchpointColumns } from "@/lib/touchpoints/touchpoint-columns";

const STORED = 50_000;
const ASKED = 10_000;

it("looks keys up through their index, also before the table was ever analysed", async () => {
  const { organisationId } = await createOrganisation({ name: "Unanalysed", admin: null });
  const columns = new TouchpointColumns(ASKED);
  for (let row = 0; row < ASKED; row += 1) {
    const known = {
      customerExternalId: "C",
      kind: "call",
      occurredAtMs: row * 1000,
      value: row,
      sentiment: Number.NaN,
    };
    columns.add({ row, senderId: `E-${row}`, ...known, details: null }, 1, { id: 1, key: "call" });
  }
  const { order } = sortByKey(columns);
  const compared = encodeCompared(new ByteArena(ASKED * 110), columns, order);
  const { found, otherScans } = await withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id, value)
       SELECT $1, md5(convert_to('id', 'UTF8') || '\\x00' || convert_to('E-' || n, 'UTF8'))::uuid, 1,
              to_timestamp(n), 1, n
       FROM generate_series(0, $2::int - 1) n`,
      [organisationId, STORED],
    );
    const found = await countStored(client, organisationId, compared, order.length);
    const { rows } = await client.query<{ scans: number }>(
      `SELECT pg_stat_get_xact_numscans('touchpoint_organisation_id_customer_id_occurred_at_idx'::regclass)::int AS scans`,
    );
    return { found, otherScans: rows[0]?.scans };
  });
  expect(found).toEqual({ stored: ASKED, conflicts: 0 });
  expect(otherScans).toBe(0);
});
