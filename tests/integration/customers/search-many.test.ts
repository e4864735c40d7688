import { beforeAll, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { listCustomers } from "@/lib/customers/list-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { type CustomerListQuery, customerListQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { makeOrganisation } from "../api/call-api";

const CUSTOMERS = 2_200;
const RARE = 3;

let organisationId: number;

beforeAll(async () => {
  ({ organisationId } = await makeOrganisation("Manynames", {
    clock: "2026-06-30T12:00:00Z",
    bands: { watch: 0.07, atRisk: 0.9, critical: 0.95 },
  }));
  await withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO customer (organisation_id, external_id, name, started_on)
       SELECT $1, 'c-' || lpad(n::text, 5, '0'),
              CASE WHEN n > $2::int - ${RARE} THEN 'Zq ' WHEN n % 2 = 0 THEN 'Al ' ELSE 'Bo ' END || lpad(n::text, 5, '0'), '2024-01-01'
       FROM generate_series(1, $2::int) n`,
      [organisationId, CUSTOMERS],
    );
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
       SELECT $1, gen_random_uuid(), c.id, '2026-06-20T00:00:00Z', k.id FROM customer c JOIN kind k ON k.organisation_id = $1 AND k.key = 'complaint'
       WHERE c.organisation_id = $1 AND c.id % 3 = 0`,
      [organisationId],
    );
    await client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on)
       SELECT $1, id, 'break-up', '2026-05-01' FROM customer WHERE organisation_id = $1 AND id % 5 = 0`,
      [organisationId],
    );
  });
  await scoreAll(organisationId);
});

async function pageThrough(
  query: Partial<CustomerListQuery>,
): Promise<Awaited<ReturnType<typeof listCustomers>>["items"]> {
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await listCustomers(
      systemMember(organisationId),
      customerListQuery.parse({ limit: 200, ...query, cursor }),
    );
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name);

it.each(["-risk", "-name"] as const)(
  "pages through a text that half of all names have, each once and in the order %s",
  async (sort) => {
    const found = await pageThrough({ q: "al", sort });
    const all = await pageThrough({ sort });
    expect(found.length).toBeGreaterThan(CUSTOMERS / 2 - RARE);
    expect(namesOf(found)).toEqual(namesOf(all).filter((name) => name.startsWith("Al")));
  },
);

it("finds a text that few names have, at the very end of the order", async () => {
  const found = await pageThrough({ q: "zq", sort: "name" });
  expect(namesOf(found)).toEqual(["Zq 02198", "Zq 02199", "Zq 02200"]);
});

it("pages through a band of everyone, those who can be kept first", async () => {
  const all = await pageThrough({ stage: "all" });
  const bands = [...new Set(all.map(({ band }) => band))];
  expect(all).toHaveLength(CUSTOMERS);
  expect(bands.length).toBeGreaterThan(1);
  for (const band of bands) {
    for (const sort of ["-risk", "risk", "name"] as const) {
      const everyone = await pageThrough({ stage: "all", sort });
      const inBand = everyone.filter((row) => row.band === band);
      expect(namesOf(await pageThrough({ stage: "all", band, sort }))).toEqual(namesOf(inBand));
    }
  }
});

it("leaves out nobody of a short text who comes late among those that can be kept", async () => {
  const { organisationId: other } = await makeOrganisation("Latenames", { clock: "2026-06-30T12:00:00Z" });
  // All have the same risk: 2,300 who can be kept, of whom the last 100 have the text, and then 300 departed who all have it.
  await withTenantClient(other, async (client) => {
    await client.query(
      `INSERT INTO customer (organisation_id, external_id, name, started_on)
       SELECT $1, 'c-' || lpad(n::text, 5, '0'), CASE WHEN n > 2200 THEN 'Al ' ELSE 'Bo ' END || n, '2024-01-01'
       FROM generate_series(1, 2600) n`,
      [other],
    );
    await client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on)
       SELECT $1, id, 'break-up', '2026-05-01' FROM customer WHERE organisation_id = $1 AND external_id > 'c-02300'`,
      [other],
    );
  });
  await scoreAll(other);
  const list = (query: object) => listCustomers(systemMember(other), customerListQuery.parse({ limit: 50, ...query }));
  const [someone] = (await list({})).items;
  const { items } = await list({ q: "al", stage: "all", band: someone?.band });
  expect(namesOf(items)).toEqual(Array.from({ length: 50 }, (_, at) => `Al ${2_201 + at}`));
});
