import { randomUUID } from "node:crypto";
import { withTenantClient } from "@/lib/db/with-tenant-client";

export type TestTouchpoint = Readonly<{
  kind: string;
  occurredAt: string;
  value?: number;
  sentiment?: number;
  senderId?: string;
}>;

/** Puts a customer with touchpoints straight into the tables, for tests of what reads them. @returns the customer's id */
export async function makeCustomerWithTouchpoints(
  organisationId: number,
  customer: Readonly<{
    externalId: string;
    name?: string;
    ownerId?: number;
    mrrMinor?: number;
    startedOn?: string;
    renewsOn?: string;
  }>,
  touchpoints: readonly TestTouchpoint[] = [],
): Promise<number> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO customer (organisation_id, external_id, name, owner_id, mrr_minor, started_on, renews_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        organisationId,
        customer.externalId,
        customer.name ?? customer.externalId,
        customer.ownerId ?? null,
        customer.mrrMinor ?? null,
        customer.startedOn ?? null,
        customer.renewsOn ?? null,
      ],
    );
    const customerId = rows[0]!.id;
    for (const touchpoint of touchpoints) {
      await client.query(
        `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id, value, sentiment, sender_id)
         SELECT $1, $2, $3, $4, k.id, $6, $7, $8 FROM kind k WHERE k.organisation_id = $1 AND k.key = $5`,
        [
          organisationId,
          randomUUID(),
          customerId,
          touchpoint.occurredAt,
          touchpoint.kind,
          touchpoint.value ?? null,
          touchpoint.sentiment ?? null,
          touchpoint.senderId ?? null,
        ],
      );
    }
    return customerId;
  });
}
