import { beforeAll, describe, expect, it } from "vitest";
import { GET as journey } from "@/app/api/v1/customers/[externalId]/journey/route";
import { GET as customer } from "@/app/api/v1/customers/[externalId]/route";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { POST } from "@/app/api/v1/touchpoints/route";
import { call, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Touches", { clock: "2026-06-30T12:00:00Z" });
  await addCustomers("c1", "race", "journey", "many");
});

const addCustomers = (...ids: string[]) =>
  call(postCustomers, {
    key: ours.write,
    method: "POST",
    body: { customers: ids.map((externalId) => ({ externalId })) },
  });

const send = (touchpoints: readonly unknown[], query = "") =>
  call(POST, { key: ours.write, method: "POST", query, body: { touchpoints } });

const touchpoint = (more: object = {}) => ({
  customerExternalId: "c1",
  kind: "call",
  occurredAt: "2026-05-01T10:00:00+02:00",
  ...more,
});

const countOf = async (externalId: string) =>
  (await call(customer, { key: ours.read, params: { externalId } })).json.touchpointCount;

describe("POST /touchpoints", () => {
  it("takes a batch, and sending it again is a no-op", async () => {
    const batch = [
      touchpoint({ id: "a-1", value: 1.5, sentiment: -1, details: { note: "x", n: 1, ok: true, none: null } }),
      touchpoint({ id: "a-2" }),
      touchpoint(),
    ];
    const first = await send(batch);
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ accepted: 3, duplicates: 0, rejected: [] });
    expect((await send(batch)).json).toEqual({ accepted: 0, duplicates: 3, rejected: [] });
    expect((await send([batch[1], touchpoint({ id: "a-4" })])).json).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await countOf("c1")).toBe(4);
  });

  it("stores the same batch once when 20 clients send it at once", async () => {
    const batch = Array.from({ length: 100 }, (_, n) =>
      touchpoint({ customerExternalId: "race", value: n, ...(n % 2 ? { id: `race-${n}` } : {}) }),
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(batch)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.reduce((sum, { json }) => sum + json.accepted, 0)).toBe(100);
    expect(answers.reduce((sum, { json }) => sum + json.duplicates, 0)).toBe(1_900);
    expect(await countOf("race")).toBe(100);
  });

  it("makes an unknown customer and kind once when 20 clients name them at once", async () => {
    const query = "unknownCustomer=create&unknownKind=create";
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send([touchpoint({ id: `n-${n}`, customerExternalId: "newcomer", kind: "Webinar attended" })], query),
      ),
    );
    expect(answers.map(({ json }) => json.accepted)).toEqual(Array(20).fill(1));
    expect(await countOf("newcomer")).toBe(20);
  });

  it("rejects unknown customers and kinds unless told to create them", async () => {
    const rows = [
      touchpoint({ id: "u-1", customerExternalId: "stranger" }),
      touchpoint({ id: "u-2", kind: "Podcast" }),
      touchpoint({ id: "u-3" }),
    ];
    for (const query of ["", "unknownCustomer=reject&unknownKind=reject"]) {
      const { json } = await send(rows, query);
      expect(json.rejected).toEqual([
        { index: 0, code: "unknown-customer", message: expect.stringContaining("stranger") },
        { index: 1, code: "unknown-kind", message: expect.stringContaining("Podcast") },
      ]);
    }
    expect((await call(customer, { key: ours.read, params: { externalId: "stranger" } })).status).toBe(404);
    const half = await send(rows, "unknownCustomer=create");
    expect(half.json).toMatchObject({ accepted: 1, duplicates: 1, rejected: [{ index: 1, code: "unknown-kind" }] });
    const whole = await send(rows, "unknownCustomer=create&unknownKind=create");
    expect(whole.json).toEqual({ accepted: 1, duplicates: 2, rejected: [] });
    expect(await countOf("stranger")).toBe(1);
  });

  it.each(["unknownCustomer=maybe", "unknownKind=", "unknownkind=create"])("refuses ?%s", async (query) => {
    const answer = await send([touchpoint({ id: "q-1" })], query);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].path).toBe(query.split("=")[0]);
  });

  it("refuses bad rows by their index, with a code, and stores the others", async () => {
    const bad = [
      { occurredAt: "2026-05-01 10:00" },
      { occurredAt: "2026-05-01T10:00:00" },
      { occurredAt: 1_777_000_000 },
      { occurredAt: "2026-02-30T00:00:00Z" },
      { value: "12" },
      { value: 1e300 },
      { sentiment: 1.01 },
      { colour: "red" },
      { kind: "" },
      { kind: "nul\0" },
      { id: " " },
      { details: { deep: { x: 1 } } },
      { details: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`d${n}`, n])) },
    ];
    const { status, json } = await send([
      touchpoint({ id: "b-first" }),
      ...bad.map((more) => touchpoint({ id: "b", ...more })),
      touchpoint({ id: "b-last" }),
    ]);
    expect(status).toBe(200);
    expect(json.accepted).toBe(2);
    expect(json.rejected.map(({ index }: { index: number }) => index)).toEqual(bad.map((_, at) => at + 1));
    for (const { code, message } of json.rejected) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message.length).toBeGreaterThan(10);
    }
    expect(json.rejected[7]).toMatchObject({ code: "unknown-field", message: expect.stringContaining("colour") });
  });

  it("answers for the ends of the calendar, row by row", async () => {
    const years = ["0000", "0001", "1899", "9999"];
    const { status, json } = await send(years.map((y) => touchpoint({ id: y, occurredAt: `${y}-01-01T00:00:00Z` })));
    expect(status).toBe(200);
    expect(json.accepted + json.rejected.length).toBe(years.length);
    expect((await call(journey, { key: ours.read, params: { externalId: "c1" } })).status).toBe(200);
  });

  it("refuses an empty batch and one of more than 10,000, whole", async () => {
    expect((await send([])).status).toBe(422);
    const batch = Array.from({ length: 10_001 }, (_, n) => touchpoint({ customerExternalId: "many", id: `m-${n}` }));
    const answer = await send(batch);
    expect(answer.status).toBe(413);
    expect(answer.json.detail).toContain("10,000");
    expect(await countOf("many")).toBe(0);
    expect((await send(batch.slice(1))).json.accepted).toBe(10_000);
  });

  it("counts only what the sender's own organisation holds", async () => {
    const other = await makeOrganisation("Elsewhere");
    const body = { touchpoints: [touchpoint({ id: "a-1" })] };
    const refused = await call(POST, { key: other.write, method: "POST", body });
    expect(refused.json).toMatchObject({ accepted: 0, rejected: [{ index: 0, code: "unknown-customer" }] });
    const made = await call(POST, { key: other.write, method: "POST", query: "unknownCustomer=create", body });
    expect(made.json).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
  });
});
