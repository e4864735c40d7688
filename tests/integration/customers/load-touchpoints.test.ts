import { expect, it } from "vitest";
import { loadTouchpoints } from "@/lib/customers/load-touchpoints";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { makeOrganisation } from "../api/call-api";

it("names a touchpoint by its sender's id, or by its key as the database writes it, in order of time", async () => {
  const { organisationId } = await makeOrganisation("Names");
  await makeCustomerWithTouchpoints(organisationId, { externalId: "c1" }, [
    { kind: "complaint", occurredAt: "2026-03-01T10:00:00.250Z" },
    { kind: "call", occurredAt: "2026-01-01T10:00:00Z" },
    { kind: "call", occurredAt: "2026-02-01T10:00:00Z", senderId: "ticket “7”" },
  ]);
  await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ key: string }>("SELECT key::text FROM touchpoint ORDER BY occurred_at");
    const { columns, idOf } = await loadTouchpoints(client, organisationId, "c1");
    expect([...columns.occurredAtMs]).toEqual(
      ["2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z", "2026-03-01T10:00:00.250Z"].map((time) => Date.parse(time)),
    );
    expect([0, 1, 2].map(idOf)).toEqual([rows[0]?.key, "ticket “7”", rows[2]?.key]);
    expect((await loadTouchpoints(client, organisationId, "c2")).columns.length).toBe(0);
  });
});
