import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import { systemMember } from "@/lib/auth/system-member";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { withTenant } from "@/lib/db/with-tenant";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { addUp, importText, rowsOf } from "./import-text";

let organisationId: number;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Customers", admin: null, settings: { currency: "GBP" } }))
    .organisationId;
  for (const name of ["Ann", "Ben"]) {
    await withTenant(organisationId, (tx) =>
      joinOrganisation(tx, {
        organisationId,
        name,
        email: `${name.toLowerCase()}@example.com`,
        role: "manager",
        password: "long enough 1",
      }),
    );
  }
});

async function managerNamed(name: string) {
  const [row] = await rowsOf<{ id: number }>(organisationId, `SELECT id FROM member WHERE name = '${name}'`);
  const id = row?.id ?? 0;
  const facts = {
    actor: "member",
    actorId: String(id),
    role: "manager",
    managerScope: "own-book",
    scopes: [],
  } as const;
  return makeMember({ organisationId, id, name, ...facts });
}

const customer = async (externalId: string) =>
  (
    await rowsOf(
      organisationId,
      `SELECT c.name, m.name AS owner, mrr_minor::text, currency, started_on::text, renews_on::text, traits::text
       FROM customer c LEFT JOIN member m ON m.id = c.owner_id WHERE external_id = '${externalId}'`,
    )
  )[0];

describe("a file of customers", () => {
  it("creates, updates and leaves alone; blank cells keep what is known", async () => {
    const csv = [
      "externalId,name,ownerEmail,mrr,currency,startedOn,renewsOn,traits.plan,traits.seats,traits.__proto__",
      "F1,One,ANN@example.com,1000.50,,16-10-2024,01-11-2026,Pro,12,x",
      "F2,Two,,99,JPY,16-10-2024,,Basic,007,true",
    ].join("\n");
    const first = await importText(organisationId, "customers", csv);
    expect(first.counts).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    expect(await customer("F1")).toEqual({
      name: "One",
      owner: "Ann",
      mrr_minor: "100050",
      currency: "GBP",
      started_on: "2024-10-16",
      renews_on: "2026-11-01",
      traits: expect.stringContaining('"__proto__": "x"'),
    });
    expect(await customer("F2")).toMatchObject({
      mrr_minor: "99",
      currency: "JPY",
      traits: expect.stringContaining('"seats": "007"'),
    });
    expect((await importText(organisationId, "customers", csv)).counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    const second = await importText(
      organisationId,
      "customers",
      "externalId,name,traits.plan\nF1,,Enterprise\nF2,Zwei,\nF3,,\n",
    );
    expect(second.counts).toMatchObject({ rows: 3, created: 1, updated: 2, unchanged: 0 });
    expect(await customer("F1")).toMatchObject({
      name: "One",
      owner: "Ann",
      traits: expect.stringMatching(/"plan": "Enterprise".*|.*"seats": 12/),
    });
    expect(await customer("F3")).toMatchObject({ name: "F3" });
  });

  it("counts a customer in several rows once as created, and the last row holds", async () => {
    const csv = "externalId,name\nR1,a\nR1,a\nR1,b\nR2,x\nR1,c\n";
    for (const chunkRows of [100, 2]) {
      const view = await importText(
        organisationId,
        "customers",
        csv.replaceAll("R", `R${chunkRows}-`),
        {},
        { chunkRows },
      );
      expect(view.counts).toMatchObject({ rows: 5, created: 2, updated: 2, unchanged: 1 });
      expect(await customer(`R${chunkRows}-1`)).toMatchObject({ name: "c" });
    }
  });

  it("refuses unknown owners, currencies and negative amounts by row", async () => {
    const csv = `externalId,name,ownerEmail,mrr,currency\nB1,,nobody@example.com,,\nB2,,,5,euro\nB3,,,-5,EUR\nB4,${"n".repeat(301)},,,\nB5,,,5,EUR\n`;
    const view = await importText(organisationId, "customers", csv);
    expect(view.rejects.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "ownerEmail", "unknown-owner"],
      [3, "currency", "unknown-currency"],
      [4, "mrr", "negative-amount"],
      [5, "name", "too-long"],
    ]);
    expect(view.counts).toMatchObject({ rows: 5, created: 1, rejected: 4 });
    expect(addUp(view)).toBe(true);
  });

  it("of the same customers twice at the same moment makes each of them once", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `P${index},Name ${index}`);
    const csv = (order: string[]) => `externalId,name\n${order.join("\n")}\n`;
    const views = await Promise.all([
      importText(organisationId, "customers", csv(rows), {}, { chunkRows: 50 }),
      importText(organisationId, "customers", csv([...rows].reverse()), {}, { chunkRows: 70 }),
    ]);
    expect(views.map(addUp)).toEqual([true, true]);
    expect(views.reduce((sum, view) => sum + view.counts.created, 0)).toBe(500);
  });
});

describe("upsertCustomers", () => {
  it("keeps what is left out, empties what is null, and does nothing the second time", async () => {
    const full = {
      externalId: "A1",
      name: "Api",
      mrr: { amountMinor: 500, currency: "EUR" },
      startedOn: "2024-01-02",
      traits: { plan: "x", n: 1 },
    };
    expect(await upsertCustomers(systemMember(organisationId), [full])).toMatchObject({ created: 1, rejected: [] });
    expect(await upsertCustomers(systemMember(organisationId), [full])).toMatchObject({ created: 0, unchanged: 1 });
    const change = { externalId: "A1", startedOn: null, mrr: null, traits: { plan: null } };
    expect(await upsertCustomers(systemMember(organisationId), [change])).toMatchObject({ updated: 1 });
    expect(await customer("A1")).toMatchObject({ name: "Api", mrr_minor: null, started_on: null, traits: '{"n": 1}' });
  });

  it("refuses bad rows by their index and stores the others", async () => {
    const rows = [
      { externalId: "ok-1" },
      { externalId: "" },
      { externalId: "x", colour: "red" },
      { externalId: "x", startedOn: "2024-02-30" },
      { externalId: "x", mrr: { amountMinor: 1.5, currency: "EUR" } },
      { externalId: "x\0" },
      "text",
      { externalId: "ok-2" },
    ];
    const result = await upsertCustomers(systemMember(organisationId), rows);
    expect(result.created).toBe(2);
    expect(result.rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(result.rejected[1]).toMatchObject({ code: "unknown-field", message: expect.stringContaining("colour") });
  });

  it("keeps a manager to the own book", async () => {
    const [ann, ben] = [await managerNamed("Ann"), await managerNamed("Ben")];
    expect(await upsertCustomers(ann, [{ externalId: "Book-1", name: "Ann's" }])).toMatchObject({ created: 1 });
    const foreign = await upsertCustomers(ben, [{ externalId: "Book-1", name: "Ben's" }]);
    expect(foreign).toMatchObject({ updated: 0, rejected: [{ index: 0, code: "unknown-customer" }] });
    const given = await upsertCustomers(ann, [{ externalId: "Book-1", ownerEmail: "ben@example.com" }]);
    expect(given.rejected).toMatchObject([{ code: "unknown-owner" }]);
    expect(await customer("Book-1")).toMatchObject({ name: "Ann's", owner: "Ann" });
  });

  it("takes at most 5,000", async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => ({ externalId: `Z${index}` }));
    await expect(upsertCustomers(systemMember(organisationId), rows)).rejects.toMatchObject({ code: "too-large" });
  });
});
