import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { decodeCursor, encodeCursor } from "@/lib/customers/list-cursor";
import { listCustomers } from "@/lib/customers/list-customers";
import { readCustomer } from "@/lib/customers/read-customer";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { AppError } from "@/lib/errors";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { CUSTOMER_SORTS, type CustomerSort, customerListQuery } from "@/lib/schemas/customer-list";
import { customerParams } from "@/lib/schemas/customer-params";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const NOW = "2026-06-30T12:00:00Z";
/** Names that are hard to compare or to carry: equal ones, accents, case, quotes, emoji, formulas. */
const NAMES = [
  "Same",
  "Same",
  "Same",
  "Ölwerk",
  "olwerk",
  "OLWERK",
  'a"b\\c',
  "名前",
  "👩‍👩‍👧",
  "=1+1",
  "a\tb",
  "ß",
  "__proto__",
];

let organisationId: number;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Pages", admin: null, settings: { clock: NOW } })).organisationId;
  for (const [at, name] of NAMES.entries()) {
    await makeCustomerWithTouchpoints(
      organisationId,
      {
        externalId: `c-${at}`,
        name,
        startedOn: "2024-01-01",
        ...(at % 3 === 0 ? {} : { mrrMinor: 1_000 * (at % 4), renewsOn: `2026-0${7 + (at % 2)}-01` }),
      },
      at % 2 === 0 ? [{ kind: "complaint", occurredAt: `2026-06-${10 + at}T00:00:00Z` }] : [],
    );
  }
  await scoreAll(organisationId);
  await withTenantClient(organisationId, (client) =>
    client.query("UPDATE score SET risk_order = risk_order - 2, stage = 'departed' WHERE customer_id % 5 = 0"),
  );
});

function page(sort: CustomerSort, limit: number, cursor?: string) {
  const rest = cursor === undefined ? {} : { cursor };
  return listCustomers(systemMember(organisationId), { sort, stage: "all", limit, ...rest });
}

async function walk(sort: CustomerSort, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(sort, limit, cursor);
    seen.push(...items.map((item) => item.externalId));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && seen.length <= NAMES.length);
  return seen;
}

describe("pages of the list", () => {
  it.each(CUSTOMER_SORTS)("by %s lose nobody and show nobody twice, whatever the size of a page", async (sort) => {
    const whole = (await page(sort, 1_000)).items.map((item) => item.externalId);
    expect(new Set(whole).size).toBe(NAMES.length);
    for (const limit of [1, 2, 5, NAMES.length]) expect(await walk(sort, limit), `pages of ${limit}`).toEqual(whole);
  });

  it("have no cursor after the last one, also when the last page is full", async () => {
    expect((await page("name", NAMES.length)).nextCursor).toBeNull();
    expect((await page("name", NAMES.length - 1)).nextCursor).not.toBeNull();
  });

  it("go on behind a customer that was deleted meanwhile", async () => {
    const { nextCursor } = await page("name", 4);
    const position = decodeCursor(nextCursor ?? "", "name");
    const beyond = encodeCursor({ ...position, customerId: position.customerId + 1_000_000 });
    const { items } = await page("name", 1_000, beyond);
    expect(items.length).toBeLessThanOrEqual(NAMES.length - 4);
  });
});

describe("a cursor that was tampered with", () => {
  const of = (sort: CustomerSort, value: string | number, customerId = 1) =>
    Buffer.from(JSON.stringify([sort, value, customerId])).toString("base64url");

  it.each<[string, CustomerSort, string]>([
    ["a word for a risk", "-risk", of("-risk", "high")],
    ["nothing for a risk", "-risk", of("-risk", "")],
    ["a word for a date", "renewsOn", of("renewsOn", "next week")],
    ["a day that does not exist", "renewsOn", of("renewsOn", "2026-02-31")],
    ["half a cent", "valueAtRisk", of("valueAtRisk", "1.5")],
    ["more cents than there are", "valueAtRisk", of("valueAtRisk", "99999999999999999999")],
    ["a NUL in a name", "name", of("name", "a\0b")],
    ["a customer beyond all numbers", "name", of("name", "a", 2 ** 40)],
    ["SQL", "-risk", of("-risk", "0'; DROP TABLE score; --")],
  ])("to hold %s is refused as one, not answered as a bug of ours", async (_what, sort, cursor) => {
    const error = await page(sort, 10, cursor).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "bad-request" });
  });
});

describe("a NUL, which PostgreSQL cannot hold,", () => {
  it.each(["q", "owner"])("in %s finds nobody or is refused", async (field) => {
    const query = customerListQuery.safeParse({ [field]: "a\0b" });
    const answer = query.success
      ? await listCustomers(systemMember(organisationId), query.data).catch((reason: unknown) => reason)
      : { items: [] };
    if (!(answer instanceof AppError)) expect(answer).toMatchObject({ items: [] });
  });

  it("in the id of a customer is no customer", async () => {
    const params = customerParams.safeParse({ externalId: "c-1\0" });
    if (!params.success) return;
    const error = await readCustomer(systemMember(organisationId), params.data.externalId).catch((reason) => reason);
    expect(error).toBeInstanceOf(AppError);
  });
});
