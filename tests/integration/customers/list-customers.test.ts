import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { listCustomers } from "@/lib/customers/list-customers";
import { readCustomer } from "@/lib/customers/read-customer";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { CUSTOMER_SORTS, type CustomerListQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T12:00:00Z";
const CUSTOMERS = 23;
const DEPARTED = "c-04";

let organisationId: number;
let admin: Member;
let manager: Member;

beforeAll(async () => {
  const made = await createOrganisation({
    name: "Lists",
    admin: { name: "Olga Owner", email: "olga@example.com", password: "a long password" },
    settings: { clock: NOW },
  });
  organisationId = made.organisationId;
  admin = systemMember(organisationId);
  const ownerId = made.admin!.id!;
  manager = makeMember({ ...admin, id: ownerId, actor: "member", role: "manager", managerScope: "own-book" });
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const complaints = Array.from({ length: n % 5 }, (_, at) => ({
      kind: "complaint",
      occurredAt: new Date(Date.parse(NOW) - (3 + at * 5) * 86_400_000).toISOString(),
    }));
    await makeCustomerWithTouchpoints(
      organisationId,
      {
        externalId: `c-${String(n).padStart(2, "0")}`,
        name: n === 7 ? "100% Grün_Werk GmbH" : `Customer ${String(n).padStart(2, "0")}`,
        ownerId: n % 3 === 0 ? ownerId : undefined,
        mrrMinor: n % 4 === 0 ? undefined : n * 1_000,
        renewsOn: n % 6 === 0 ? undefined : `2026-${String(1 + (n % 12)).padStart(2, "0")}-15`,
        startedOn: "2024-01-01",
      },
      complaints,
    );
  }
  await withTenantClient(organisationId, (client) =>
    client.query(
      `INSERT INTO outcome (organisation_id, customer_id, type, occurred_on)
       SELECT organisation_id, id, 'break-up', '2026-05-01' FROM customer WHERE external_id = $1`,
      [DEPARTED],
    ),
  );
  await scoreAll(organisationId);
});

async function pageThrough(query: Partial<CustomerListQuery>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCustomers(admin, { sort: "-risk", stage: "all", limit: 4, ...query, cursor });
    ids.push(...page.items.map((item) => item.externalId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

describe("listCustomers", () => {
  it.each(CUSTOMER_SORTS)("pages through everyone once in the order %s, as one large page shows it", async (sort) => {
    const whole = await listCustomers(admin, { sort, stage: "all", limit: 100 });
    const paged = await pageThrough({ sort });
    expect(paged).toEqual(whole.items.map((item) => item.externalId));
    expect(new Set(paged).size).toBe(CUSTOMERS);
  });

  it("orders by risk, those who departed last", async () => {
    const { items } = await listCustomers(admin, { sort: "-risk", stage: "all", limit: 100 });
    expect(items.at(-1)!.externalId).toBe(DEPARTED);
    const current = items.slice(0, -1).map((item) => item.risk);
    expect(current).toEqual([...current].sort((a, b) => b - a));
  });

  it("filters by stage, band, owner and text, and takes wildcards as text", async () => {
    const departed = await listCustomers(admin, { sort: "-risk", stage: "departed", limit: 10 });
    expect(departed.items.map((item) => item.externalId)).toEqual([DEPARTED]);
    const unowned = await listCustomers(admin, { sort: "name", stage: "all", limit: 100, owner: "none" });
    expect(unowned.items.every((item) => item.owner === null)).toBe(true);
    const owned = await listCustomers(admin, { sort: "name", stage: "all", limit: 100, owner: "olga@example.com" });
    expect(owned.items).toHaveLength(8);
    expect(await pageThrough({ q: "grün_" })).toEqual(["c-07"]);
    expect(await pageThrough({ q: "%" })).toEqual(["c-07"]);
    const { band } = unowned.items[0]!;
    const banded = await listCustomers(admin, { sort: "name", stage: "all", limit: 100, band });
    expect(banded.items.every((item) => item.band === band)).toBe(true);
  });

  it.each([
    "nonsense",
    Buffer.from('["name","x",1]').toString("base64url"),
    Buffer.from("[1,2]").toString("base64url"),
  ])("refuses the cursor %s in a sentence", async (cursor) => {
    await expect(listCustomers(admin, { sort: "-risk", stage: "all", limit: 4, cursor })).rejects.toMatchObject({
      code: "bad-request",
    });
  });
});

describe("a manager", () => {
  it("sees the own book only: in the list, in the figures and on a customer's page", async () => {
    const { items } = await listCustomers(manager, { sort: "-risk", stage: "all", limit: 100 });
    expect(items).toHaveLength(8);
    expect(items.every((item) => item.owner?.name === "Olga Owner")).toBe(true);
    const summary = await summariseRisk(manager);
    expect(summary.customers + summary.departed).toBe(8);
    await expect(readCustomer(manager, "c-00")).resolves.toMatchObject({ externalId: "c-00" });
    await expect(readCustomer(manager, "c-01")).rejects.toMatchObject({ code: "not-found" });
  });

  it("sees everyone when the organisation lets managers", async () => {
    const free = makeMember({ ...manager, managerScope: "whole-organisation" });
    expect((await listCustomers(free, { sort: "-risk", stage: "all", limit: 100 })).items).toHaveLength(CUSTOMERS);
  });
});

describe("summariseRisk", () => {
  it("adds up to what the list shows", async () => {
    const { items } = await listCustomers(admin, { sort: "-risk", stage: "current", limit: 100 });
    const summary = await summariseRisk(admin);
    expect(summary.customers).toBe(items.length);
    expect(Object.values(summary.byBand).reduce((sum, count) => sum + count, 0)).toBe(items.length);
    expect(summary.departed).toBe(1);
    const atRiskMinor = items.reduce((sum, item) => sum + (item.valueAtRiskMinor ?? 0), 0);
    expect(summary.valueAtRiskMinor).toBe(atRiskMinor);
  });
});
