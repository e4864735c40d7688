import { describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";

const { organisationId } = await createOrganisation({ name: "Facts", admin: null });
const member = systemMember(organisationId);

type Kept = Readonly<{ mrr: string | null; renews: string | null; started: string | null; traits: object }>;

async function formerFacts(externalId: string): Promise<Kept[]> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<Kept>(
      `SELECT f.mrr_minor::text AS mrr, f.renews_on::text AS renews, f.started_on::text AS started, f.traits
       FROM former_facts f JOIN customer c ON c.organisation_id = f.organisation_id AND c.id = f.customer_id
       WHERE f.organisation_id = $1 AND c.external_id = $2 ORDER BY f.replaced_at`,
      [organisationId, externalId],
    );
    return rows;
  });
}

describe("what was known of a customer", () => {
  it("is kept whenever a fact that can decide a score is replaced, as it was before", async () => {
    await upsertCustomers(member, [{ externalId: "a", startedOn: "2024-01-01", traits: { plan: "basic" } }]);
    expect(await formerFacts("a")).toEqual([]);
    await upsertCustomers(member, [{ externalId: "a", traits: { plan: "pro", __proto__: null } }]);
    await upsertCustomers(member, [{ externalId: "a", mrr: { amountMinor: 900, currency: "EUR" } }]);
    await upsertCustomers(member, [{ externalId: "a", renewsOn: "2026-10-01" }]);
    expect(await formerFacts("a")).toEqual([
      { mrr: null, renews: null, started: "2024-01-01", traits: { plan: "basic" } },
      { mrr: null, renews: null, started: "2024-01-01", traits: { plan: "pro" } },
      { mrr: "900", renews: null, started: "2024-01-01", traits: { plan: "pro" } },
    ]);
  });

  it("is not kept anew for a name, an owner or the same facts again", async () => {
    await upsertCustomers(member, [{ externalId: "b", traits: { plan: "basic" } }]);
    await upsertCustomers(member, [{ externalId: "b", name: "Bolt" }]);
    await upsertCustomers(member, [{ externalId: "b", traits: { plan: "basic" } }]);
    expect(await formerFacts("b")).toEqual([]);
  });

  it("counts one batch as one change, however often a customer stands in it", async () => {
    await upsertCustomers(member, [
      { externalId: "c", traits: { plan: "basic" } },
      { externalId: "d", traits: { plan: "basic" } },
    ]);
    await upsertCustomers(member, [
      { externalId: "c", traits: { plan: "team" } },
      { externalId: "c", traits: { plan: "pro" } },
      { externalId: "d", name: "Dot" },
    ]);
    expect(await formerFacts("c")).toMatchObject([{ traits: { plan: "basic" } }]);
    expect(await formerFacts("d")).toEqual([]);
  });

  it("is seen by its own organisation alone", async () => {
    const other = await createOrganisation({ name: "Elsewhere", admin: null });
    const { rows } = await withTenantClient(other.organisationId, (client) =>
      client.query("SELECT * FROM former_facts"),
    );
    expect(rows).toEqual([]);
  });
});
