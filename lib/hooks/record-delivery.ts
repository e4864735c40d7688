import { withTenantClient } from "@/lib/db/with-tenant-client";

const KEPT_DELIVERIES = 100;
const MESSAGE_CHARS = 500;

/** What became of a delivery. */
export type DeliveryFacts = Readonly<{
  status: number;
  accepted: number;
  duplicates: number;
  held: number;
  rejected: number;
  message: string;
}>;

/** Notes a delivery for the page of hooks; the last hundred of each hook are kept. */
export async function recordDelivery(
  { organisationId, id }: Readonly<{ organisationId: number; id: number }>,
  { status, accepted, duplicates, held, rejected, message }: DeliveryFacts,
): Promise<void> {
  await withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO hook_delivery (organisation_id, hook_id, status, accepted, duplicates, held, rejected, message)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [organisationId, id, status, accepted, duplicates, held, rejected, message.slice(0, MESSAGE_CHARS)],
    );
    await client.query(
      `DELETE FROM hook_delivery WHERE organisation_id = $1 AND hook_id = $2 AND id <=
         (SELECT id FROM hook_delivery WHERE organisation_id = $1 AND hook_id = $2 ORDER BY id DESC OFFSET ${KEPT_DELIVERIES} LIMIT 1)`,
      [organisationId, id],
    );
  });
}
