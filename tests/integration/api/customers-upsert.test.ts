import { beforeAll, describe, expect, it } from "vitest";
import { GET as read } from "@/app/api/v1/customers/[externalId]/route";
import { POST } from "@/app/api/v1/customers/route";
import { call, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Upserts");
});

const send = (customers: readonly unknown[]) => call(POST, { key: ours.write, method: "POST", body: { customers } });
const show = async (externalId: string) => (await call(read, { key: ours.read, params: { externalId } })).json;

const WHOLE = {
  externalId: "whole",
  name: "Whole & Co",
  ownerEmail: "olga@upserts.example",
  mrr: { amountMinor: 12_345, currency: "USD" },
  startedOn: "2024-02-29",
  renewsOn: "2027-01-31",
  traits: { plan: "pro", seats: 12, pilot: true },
};

describe("POST /customers", () => {
  it("creates, leaves alone what says the same, and changes what says something else", async () => {
    const first = await send([WHOLE]);
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: [] });
    expect((await send([WHOLE])).json).toEqual({ created: 0, updated: 0, unchanged: 1, rejected: [] });
    const changed = await send([{ ...WHOLE, name: "Whole Ltd" }]);
    expect(changed.json).toEqual({ created: 0, updated: 1, unchanged: 0, rejected: [] });
    expect(await show("whole")).toMatchObject({
      externalId: "whole",
      name: "Whole Ltd",
      owner: "Olga Owner",
      startedOn: "2024-02-29",
      renewsOn: "2027-01-31",
      traits: expect.arrayContaining([
        { name: "plan", value: "pro" },
        { name: "seats", value: 12 },
        { name: "pilot", value: true },
      ]),
    });
  });

  it("keeps what is left out and empties what is null", async () => {
    await send([{ ...WHOLE, externalId: "partly" }]);
    await send([{ externalId: "partly", renewsOn: null, ownerEmail: null, traits: { seats: null, plan: "free" } }]);
    const view = await show("partly");
    expect(view).toMatchObject({ name: "Whole & Co", startedOn: "2024-02-29", renewsOn: null, owner: null });
    expect(new Map(view.traits.map(({ name, value }: { name: string; value: unknown }) => [name, value]))).toEqual(
      new Map<string, unknown>([
        ["plan", "free"],
        ["pilot", true],
      ]),
    );
  });

  it("refuses bad rows by their index and takes the others", async () => {
    const { status, json } = await send([
      { externalId: "good-0" },
      { name: "no id" },
      { externalId: "  " },
      { externalId: "a", colour: "red" },
      { externalId: "b", mrr: { amountMinor: 1.5, currency: "EUR" } },
      { externalId: "c", mrr: { amountMinor: 100, currency: "euro" } },
      { externalId: "d", startedOn: "2026-02-30" },
      { externalId: "e", ownerEmail: "nobody@upserts.example" },
      null,
      "text",
      { externalId: "f", traits: ["x"] },
      { externalId: "x".repeat(201) },
      { externalId: "nul\0" },
      { externalId: "good-13" },
    ]);
    expect(status).toBe(200);
    expect(json).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect(json.rejected.map(({ index }: { index: number }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const row of json.rejected) {
      expect(row).toEqual({
        index: expect.any(Number),
        code: expect.stringMatching(/^[a-z-]+$/),
        message: expect.any(String),
      });
    }
    const codes = new Map(json.rejected.map(({ index, code }: { index: number; code: string }) => [index, code]));
    expect([codes.get(3), codes.get(7)]).toEqual(["unknown-field", "unknown-owner"]);
    expect((await call(read, { key: ours.read, params: { externalId: "a" } })).status).toBe(404);
  });

  it("takes the last word when a customer comes twice in a batch", async () => {
    const { json } = await send([
      { externalId: "twice", name: "First" },
      { externalId: "twice", name: "Second" },
      { externalId: "twice", name: "Second" },
    ]);
    expect(json).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: [] });
    expect((await show("twice")).name).toBe("Second");
  });

  it("makes the same customers once when 20 clients send them at once", async () => {
    const batch = Array.from({ length: 40 }, (_, n) => ({ externalId: `race-${n}`, name: `Race ${n}` }));
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(batch)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.reduce((sum, { json }) => sum + json.created, 0)).toBe(40);
    expect(answers.reduce((sum, { json }) => sum + json.unchanged, 0)).toBe(19 * 40);
  });

  it("keeps ids as they are: zeros, case, names that objects know", async () => {
    const ids = ["007", "7", "Ab", "ab", "__proto__", "constructor", "a/b c?d", "日本"];
    const { json } = await send(ids.map((externalId) => ({ externalId, name: `It is ${externalId}` })));
    expect(json.created).toBe(ids.length);
    for (const id of ids) expect(await show(id)).toMatchObject({ externalId: id, name: `It is ${id}` });
  });

  it("finds a customer under the id that was sent, in either normal form", async () => {
    const decomposed = "Zoe\u0308";
    expect((await send([{ externalId: decomposed }, { externalId: "Zo\u00eb" }])).json.created).toBe(1);
    expect((await call(read, { key: ours.read, params: { externalId: decomposed } })).status).toBe(200);
  });

  it("refuses an empty batch and one of more than 5,000, whole", async () => {
    expect((await send([])).status).toBe(422);
    const batch = Array.from({ length: 5_001 }, (_, n) => ({ externalId: `much-${n}` }));
    const answer = await send(batch);
    expect(answer.status).toBe(413);
    expect(answer.json.detail).toContain("5,000");
    expect((await call(read, { key: ours.read, params: { externalId: "much-0" } })).status).toBe(404);
    expect((await send(batch.slice(1))).json.created).toBe(5_000);
  });

  it("refuses a body over its limit of bytes", async () => {
    const raw = `{"customers":[${" ".repeat(33 * 1024 * 1024)}]}`;
    expect((await call(POST, { key: ours.write, method: "POST", raw })).status).toBe(413);
  });
});
