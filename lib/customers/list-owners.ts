import type { Member } from "@/lib/auth/member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { visibleCustomers } from "./visible-customers";

export type Owner = Readonly<{ id: number; name: string }>;

/** Members who own a customer that the asking member may see, by name. */
export async function listOwners(member: Member): Promise<Owner[]> {
  const parameters: unknown[] = [member.organisationId];
  const visible = visibleCustomers(member, parameters);
  const { rows } = await withTenantClient(member.organisationId, (client) =>
    client.query<Owner>(
      `SELECT m.id, m.name FROM member m
       WHERE m.organisation_id = $1 AND EXISTS (
         SELECT FROM customer c WHERE c.organisation_id = m.organisation_id AND c.owner_id = m.id AND ${visible})
       ORDER BY m.name, m.id LIMIT 500`,
      parameters,
    ),
  );
  return rows;
}
