import { beforeAll, describe, expect, it } from "vitest";
import { GET as listed } from "@/app/api/v1/customers/route";
import { GET as exported, POST as exportedNamed } from "@/app/api/v1/customers.csv/route";
import { makeMember } from "@/lib/auth/make-member";
import { systemMember } from "@/lib/auth/system-member";
import { exportCustomers } from "@/lib/customers/export-customers";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { customerFilterQuery } from "@/lib/schemas/customer-list";
import { scoreAll } from "@/lib/scores/score-all";
import { call, makeOrganisation, type TestOrganisation } from "./call-api";

const CUSTOMERS = 1_203;

let ours: TestOrganisation;
let memberId: number;

beforeAll(async () => {
  ours = await makeOrganisation("Export", { clock: "2026-06-30T12:00:00Z" });
  const { organisationId } = ours;
  memberId = await withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ id: number }>("SELECT id FROM member WHERE organisation_id = $1", [
      organisationId,
    ]);
    await client.query(
      `INSERT INTO customer (organisation_id, external_id, name, owner_id, mrr_minor, started_on)
       SELECT $1, 'c-' || n, CASE WHEN n = 7 THEN '=HYPERLINK("x")' WHEN n = 8 THEN 'Line' || chr(10) || 'break, "quoted"' ELSE 'Customer ' || n END,
              CASE WHEN n % 10 = 0 THEN $2::int END, n * 100, '2025-01-01' FROM generate_series(1, $3::int) n`,
      [organisationId, rows[0]!.id, CUSTOMERS],
    );
    return rows[0]!.id;
  });
  await scoreAll(organisationId);
});

const idsOf = (text: string) =>
  linesOf(text)
    .slice(1)
    .map((line) => line.split(",")[0]);
const linesOf = (text: string) => text.trimEnd().split(/\n(?=c-)/);

describe("GET /customers.csv", () => {
  it("streams everyone whom the filter leaves, in the order of the list", async () => {
    const { status, text, headers } = await call(exported, { key: ours.read, query: "sort=name" });
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/csv");
    const lines = linesOf(text);
    expect(lines).toHaveLength(1 + CUSTOMERS);
    const { json } = await call(listed, { key: ours.read, query: "sort=name&limit=1000" });
    const ids = json.items.map((item: { externalId: string }) => item.externalId);
    expect(lines.slice(1, 1001).map((line) => line.split(",")[0])).toEqual(ids);
  });

  it("is filtered as the list is, and harmless in a spreadsheet", async () => {
    const { text } = await call(exported, { key: ours.read, query: "q=HYPERLINK" });
    const lines = linesOf(text);
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/,"?=/);
    expect(lines[1]).toContain("HYPERLINK");
    const quoted = await call(exported, { key: ours.read, query: "q=quoted" });
    expect(quoted.text).toContain('"Line\nbreak, ""quoted"""');
    expect((await call(exported, { key: ours.read, query: "colour=red" })).status).toBe(400);
  });

  it("gives a manager the own book alone, by filter and by name", async () => {
    const member = makeMember({
      ...systemMember(ours.organisationId),
      id: memberId,
      actor: "member",
      role: "manager",
      managerScope: "own-book",
    });
    const text = await new Response(exportCustomers(member, customerFilterQuery.parse({}))).text();
    expect(linesOf(text)).toHaveLength(1 + Math.floor(CUSTOMERS / 10));
    const named = { ...customerFilterQuery.parse({ sort: "name" }), externalIds: ["c-20", "c-21"] };
    expect(idsOf(await new Response(exportCustomers(member, named)).text())).toEqual(["c-20"]);
  });
});

describe("POST /customers.csv", () => {
  const post = (body: object, key = ours.read) => call(exportedNamed, { key, method: "POST", body });

  it("gives the customers named, in the order asked for, and is silent about those that are none", async () => {
    const { status, text, headers } = await post({ externalIds: ["c-11", "nobody", "c-3", "c-2"], sort: "-name" });
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toContain("customers.csv");
    expect(idsOf(text)).toEqual(["c-3", "c-2", "c-11"]);
    expect(linesOf(text)[0]).toBe((await call(exported, { key: ours.read, query: "q=quoted" })).text.split("\n")[0]);
  });

  it("takes as many as can be selected, and no more", async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `c-${n + 1}`);
    expect(linesOf((await post({ externalIds: ids(1_000) })).text)).toHaveLength(1_001);
    expect((await post({ externalIds: ids(1_001) })).status).toBe(422);
    expect((await post({ externalIds: [] })).status).toBe(422);
  });

  it("gives nothing of another organisation", async () => {
    const theirs = await makeOrganisation("ExportOthers");
    expect(idsOf((await post({ externalIds: ["c-1"] }, theirs.read)).text)).toEqual([]);
  });
});
