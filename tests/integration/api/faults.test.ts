import { beforeAll, describe, expect, it } from "vitest";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { POST as postOutcomes } from "@/app/api/v1/outcomes/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import { MAX_WAITING_JOBS } from "@/lib/jobs/refuse-deep-queue";
import { rowsOf } from "../imports/import-text";
import { call, type Handler, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Faults");
});

const ROUTES: readonly [string, Handler][] = [
  ["touchpoints", postTouchpoints],
  ["customers", postCustomers],
  ["outcomes", postOutcomes],
];

const ROW = { externalId: "F1" };
const text = (name: string, row: string) => `{"${name}":[${row}]}`;

/** What is wrong with a whole request, by what is sent in the place of a row or of the body. */
const FAULTS: readonly [string, (name: string) => object, number][] = [
  ["half an object", (name) => ({ raw: `{"${name}":[{` }), 400],
  ["text that is no JSON", () => ({ raw: "customers=1" }), 400],
  ["bytes that are no UTF-8", () => ({ raw: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }), 400],
  ["nothing", () => ({ raw: "" }), 400],
  ["a key twice", (name) => ({ raw: `{"${name}":[],"${name}":[]}` }), 400],
  ["a key twice in a row, once escaped", (name) => ({ raw: text(name, '{"kind":"a","k\\u0069nd":"b"}') }), 400],
  ["nesting of 10,000", (name) => ({ raw: text(name, "[".repeat(10_000) + "]".repeat(10_000)) }), 400],
  [
    "nesting of 10,000 objects",
    (name) => ({ raw: text(name, `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`) }),
    400,
  ],
  ["a list instead of an object", () => ({ body: [] }), 422],
  ["null", () => ({ body: null }), 422],
  ["an empty batch", (name) => ({ body: { [name]: [] } }), 422],
  ["a batch that is no list", (name) => ({ body: { [name]: { 0: ROW } } }), 422],
  ["an unknown field beside the batch", (name) => ({ body: { [name]: [ROW], more: 1 } }), 422],
  ["__proto__ beside the batch", (name) => ({ raw: `{"${name}":[{}],"__proto__":{"admin":true}}` }), 422],
  ["too many rows", (name) => ({ body: { [name]: Array(10_001).fill(ROW) } }), 413],
  ["too many bytes", (name) => ({ raw: text(name, `"${"x".repeat(33 * 1024 * 1024)}"`) }), 413],
  ["a form", () => ({ raw: "a=1", contentType: "application/x-www-form-urlencoded" }), 415],
  ["no content type", () => ({ raw: "{}", contentType: null }), 415],
  ["another character set", () => ({ raw: "{}", contentType: "application/json; charset=utf-16" }), 415],
];

describe.each(ROUTES)("POST /%s", (name, handler) => {
  it.each(FAULTS)("refuses %s as a whole, and says why", async (_, sent, status) => {
    const before = await rowsOf(ours.organisationId, "SELECT count(*)::int AS n FROM customer");
    const answer = await call(handler, { key: ours.write, method: "POST", ...sent(name) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.json).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\w{3}/) });
    expect(await rowsOf(ours.organisationId, "SELECT count(*)::int AS n FROM customer")).toEqual(before);
  });

  it.each([
    ["a number", 1],
    ["null", null],
    ["a list", [1]],
    ["a text", "x"],
    ["nothing in it", {}],
    [
      "numbers where texts belong",
      { externalId: 1, customerExternalId: 1, kind: 2, occurredAt: 3, type: 4, occurredOn: 5 },
    ],
    ["a zero character", { externalId: "a\0", customerExternalId: "a\0", kind: "call", type: "renewal" }],
    ["an unknown field", { externalId: "x", customerExternalId: "x", __colour: 1 }],
  ])("refuses a row that is %s alone, by its place", async (_, row) => {
    const answer = await call(handler, { key: ours.write, method: "POST", body: { [name]: [row, row] } });
    expect(answer.status).toBe(200);
    expect(answer.json.rejected.map(({ index }: { index: number }) => index)).toEqual([0, 1]);
    expect(answer.json.rejected[0].message.length).toBeGreaterThan(5);
  });

  it.each(["bytes", "one byte at a time"])(
    "takes a chunked body of %s, and refuses one that stops half-way",
    async (how) => {
      const row = {
        externalId: "chunk",
        customerExternalId: "nobody",
        kind: "call",
        occurredAt: "x",
        type: "x",
        occurredOn: "x",
      };
      const bytes = Buffer.from(JSON.stringify({ [name]: [row] }));
      const size = how === "bytes" ? 16 : 1;
      const send = (breaksAt: number) => {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < breaksAt; at += size) controller.enqueue(bytes.subarray(at, at + size));
            if (breaksAt < bytes.length) controller.error(new Error("aborted"));
            else controller.close();
          },
        });
        const headers = { authorization: `Bearer ${ours.write}`, "content-type": "application/json" };
        const request = new Request("http://127.0.0.1/api/v1/x", {
          method: "POST",
          headers,
          body,
          duplex: "half",
        } as RequestInit);
        return handler(request, { params: Promise.resolve({}) });
      };
      expect((await send(bytes.length)).status).toBe(200);
      const broken = await send(Math.floor(bytes.length / 2));
      expect(broken.status).toBe(400);
      expect((await broken.json()).detail).toBe("The body ended before it was complete.");
    },
  );

  it("says when to come back while the work of the organisation is far behind", async () => {
    const busy = await makeOrganisation(`Busy${name}`);
    const id = busy.organisationId;
    await rowsOf(id, `INSERT INTO job (organisation_id, task) VALUES (${id}, 'score-customers')`);
    await rowsOf(
      id,
      `INSERT INTO score_order (organisation_id) SELECT ${id} FROM generate_series(1, ${MAX_WAITING_JOBS})`,
    );
    const refused = await call(handler, { key: busy.write, method: "POST", body: { [name]: [{}] } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call(handler, { key: ours.write, method: "POST", body: { [name]: [{}] } })).status).toBe(200);
  });
});
