import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/hooks/[token]/route";
import { systemMember } from "@/lib/auth/system-member";
import { createHook } from "@/lib/hooks/create-hook";
import { listHooks } from "@/lib/hooks/list-hooks";
import { revokeHook } from "@/lib/hooks/revoke-hook";
import { tryHook } from "@/lib/hooks/try-hook";
import { newHook } from "@/lib/schemas/hook";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";
import { rowsOf } from "../imports/import-text";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Hooks", { timeZone: "Europe/Berlin" });
});

const MAPPING = {
  items: "events",
  fields: {
    id: { path: "event.id" },
    customerExternalId: { path: "account.ref" },
    kind: { path: "event.type" },
    occurredAt: { path: "event.at" },
    value: { path: "amount" },
    "details.note": { path: "text" },
    "details.source": { constant: "form" },
  },
  dateFormat: "epoch-seconds",
  kinds: [{ said: "ticket.opened", kind: "support-ticket" }],
};

const make = (mapping: object = MAPPING, policies: object = {}) =>
  createHook(systemMember(ours.organisationId), newHook.parse({ name: "Form", mapping, ...policies }));

const post = (token: string, body: unknown, more: object = {}) =>
  call(POST, { method: "POST", params: { token }, body, ...more });

const event = (id: string, more: object = {}) => ({
  event: { id, type: "ticket.opened", at: 1_767_225_600 },
  account: { ref: "H1" },
  amount: 2.5,
  text: "<b>hello</b>",
  ...more,
});

const lastDelivery = async () => (await listHooks(systemMember(ours.organisationId)))[0]?.deliveries[0];

describe("a hook", () => {
  it("turns what a tool posts into touchpoints, once, without a key", async () => {
    const token = await make(MAPPING, { unknownCustomer: "create" });
    expect(token).toMatch(/^wh_[0-9a-z]+_[\w-]{22}$/);
    const body = { events: [event("e-1"), event("e-2", { amount: null })], noise: { deep: [1] } };
    const first = await post(token, body);
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ accepted: 2, duplicates: 0, held: 0, rejected: [] });
    expect((await post(token, body)).json).toEqual({ accepted: 0, duplicates: 2, held: 0, rejected: [] });
    const stored = await rowsOf(
      ours.organisationId,
      `SELECT t.sender_id AS id, c.external_id AS customer, k.key AS kind, t.value, t.occurred_at AS at, d.details
       FROM touchpoint t JOIN customer c ON c.id = t.customer_id JOIN kind k ON k.id = t.kind_id
       JOIN touchpoint_detail d ON d.key = t.key ORDER BY 1`,
    );
    const details = { note: "<b>hello</b>", source: "form" };
    const at = new Date("2026-01-01T00:00:00Z");
    expect(stored).toEqual([
      { id: "e-1", customer: "H1", kind: "support-ticket", value: 2.5, at, details },
      { id: "e-2", customer: "H1", kind: "support-ticket", value: null, at, details },
    ]);
    expect(await lastDelivery()).toMatchObject({ status: 200, accepted: 0, duplicates: 2 });
    const jobs = await rowsOf(ours.organisationId, "SELECT task FROM job WHERE task = 'score-customers'");
    expect(jobs).toHaveLength(1);
  });

  it("keeps what is good of a delivery, and says what is wrong with the rest", async () => {
    const token = await make(MAPPING, { unknownCustomer: "create", unknownKind: "reject" });
    const good = event("k-1");
    const badTime = event("k-2", { event: { id: "k-2", type: "ticket.opened", at: "soon" } });
    const badKind = event("k-3", { event: { id: "k-3", type: "no such", at: 1_767_225_600 } });
    const noCustomer = event("k-4", { account: {} });
    const answer = await post(token, { events: [badTime, good, badKind, noCustomer] });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ accepted: 1, duplicates: 0, held: 0 });
    expect(answer.json.rejected.map(({ index, code }: { index: number; code: string }) => [index, code])).toEqual([
      [0, "unreadable-date"],
      [2, "unknown-kind"],
      [3, "blank"],
    ]);
    const all = await post(token, { events: [noCustomer] });
    expect(all.status).toBe(422);
    expect(all.json.errors).toEqual([{ row: 0, code: "blank", message: expect.stringContaining("account.ref") }]);
    expect(await lastDelivery()).toMatchObject({ status: 422, rejected: 1, message: expect.stringContaining("blank") });
  });

  it("holds rows of unknown customers unless told otherwise", async () => {
    const token = await make();
    const answer = await post(token, { events: [event("h-1", { account: { ref: "Nobody" } })] });
    expect(answer.json).toEqual({ accepted: 0, duplicates: 0, held: 1, rejected: [] });
    const [row] = await rowsOf(ours.organisationId, "SELECT reason, hook_id IS NOT NULL AS hooked FROM held_row");
    expect(row).toEqual({ reason: "unknown-customer", hooked: true });
  });

  it("takes a single touchpoint, or a list at the top, with constants and the time of arrival", async () => {
    const fields = { customerExternalId: { path: "who" }, kind: { constant: "call" } };
    const token = await make({ fields }, { unknownCustomer: "create" });
    expect((await post(token, { who: "S1" })).json).toMatchObject({ accepted: 1 });
    expect((await post(token, [{ who: "S2" }, { who: "S3" }])).json).toMatchObject({ accepted: 2 });
    const [row] = await rowsOf(
      ours.organisationId,
      `SELECT bool_and(occurred_at > now() - interval '5 minutes') AS recent FROM touchpoint t
       JOIN customer c ON c.id = t.customer_id WHERE c.external_id LIKE 'S_'`,
    );
    expect(row).toEqual({ recent: true });
  });

  it.each<[string, object, number]>([
    ["no JSON", { raw: "{" }, 400],
    ["a key twice", { raw: '{"events":[],"events":[]}' }, 400],
    ["nesting of 10,000", { raw: `${"[".repeat(10_000)}${"]".repeat(10_000)}` }, 400],
    ["a form", { raw: "a=b", contentType: "application/x-www-form-urlencoded" }, 415],
    ["no type", { raw: "{}", contentType: null }, 415],
    ["more than a megabyte", { raw: JSON.stringify({ events: "x".repeat(1_048_577) }) }, 413],
    ["nothing in it", { body: { events: [] } }, 422],
    ["something else", { body: null }, 422],
    ["too many", { body: { events: Array.from({ length: 1_001 }, () => ({})) } }, 413],
  ])("answers %s clearly, and lists it among the deliveries", async (_, sent, status) => {
    const token = await make();
    const answer = await call(POST, { method: "POST", params: { token }, ...sent });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ status, detail: expect.any(String) });
    expect(await lastDelivery()).toMatchObject({ status, message: expect.stringMatching(/\w+/) });
  });

  it("that is revoked, mistyped or another's is not there, and its body is not read", async () => {
    const token = await make();
    const [hook] = await listHooks(systemMember(ours.organisationId));
    const theirs = await makeOrganisation("OtherHooks");
    await expect(revokeHook(systemMember(theirs.organisationId), hook?.id ?? 0)).rejects.toMatchObject({
      code: "not-found",
    });
    await revokeHook(systemMember(ours.organisationId), hook?.id ?? 0);
    const foreign = token.replace(/^wh_[^_]+/, `wh_${theirs.organisationId.toString(36)}`);
    for (const wrong of [token, foreign, `${token}x`, "wh_1_", "x", "wh_zzzzzz_AAAAAAAAAAAAAAAAAAAAAA"]) {
      expect((await post(wrong, { events: [event("r-1")] })).status).toBe(404);
    }
    expect((await listHooks(systemMember(theirs.organisationId))).length).toBe(0);
    await expect(revokeHook(systemMember(ours.organisationId), hook?.id ?? 0)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("that is flooded says when to come back", async () => {
    const token = await make();
    const [hook] = await listHooks(systemMember(ours.organisationId));
    await rowsOf(
      ours.organisationId,
      `INSERT INTO rate_limit (id, key, count, last_request)
       VALUES ('full', 'hook:${ours.organisationId}:${hook?.id}', 600, (extract(epoch FROM now()) * 1000)::bigint)`,
    );
    const answer = await post(token, { events: [event("f-1")] });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it.each<[string, object, string]>([
    [
      "a path that is none",
      { customerExternalId: { path: "a..b" }, kind: { constant: "call" } },
      "mapping.fields.customerExternalId",
    ],
    [
      "a field that is none",
      { customerExternalId: { path: "a" }, kind: { constant: "call" }, colour: { path: "b" } },
      "mapping.fields.colour",
    ],
    ["a field that is needed", { kind: { constant: "call" } }, "mapping.fields.customerExternalId"],
  ])("cannot be made with %s", async (_, fields, path) => {
    await expect(make({ fields })).rejects.toMatchObject({ code: "unprocessable", issues: [{ path }] });
  });

  it("is tried out on a sample, and nothing is stored", async () => {
    const before = await rowsOf(ours.organisationId, "SELECT count(*) FROM touchpoint");
    const sample = JSON.stringify({ events: [event("t-1"), event("t-2", { account: {} })] });
    const tried = await tryHook(systemMember(ours.organisationId), {
      mapping: newHook.parse({ name: "x", mapping: MAPPING }).mapping,
      sample,
    });
    expect(tried.touchpoints).toEqual([
      {
        id: "t-1",
        customerExternalId: "H1",
        kind: "support-ticket",
        occurredAt: "2026-01-01T00:00:00.000Z",
        value: 2.5,
        sentiment: null,
        details: '{"note":"<b>hello</b>","source":"form"}',
      },
    ]);
    expect(tried.rejected).toMatchObject([{ index: 1, code: "blank" }]);
    expect(await rowsOf(ours.organisationId, "SELECT count(*) FROM touchpoint")).toEqual(before);
  });
});
