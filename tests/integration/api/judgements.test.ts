import { beforeAll, describe, expect, it } from "vitest";
import { POST as judge, GET as list } from "@/app/api/v1/customers/[externalId]/judgements/route";
import { POST as withdraw } from "@/app/api/v1/customers/[externalId]/judgements/withdraw/route";
import { GET as listCustomers } from "@/app/api/v1/customers/route";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { call, faults, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;
const params = { externalId: "a" };
const post = (body: object) => call(judge, { key: ours.write, method: "POST", params, body });
const read = (query = "") => call(list, { key: ours.read, params, query });

beforeAll(async () => {
  ours = await makeOrganisation("Judgements", { clock: "2026-06-30T12:00:00Z" });
  await makeCustomerWithTouchpoints(ours.organisationId, params, [
    { kind: "call", occurredAt: "2026-06-01T00:00:00Z" },
  ]);
  await scoreAll(ours.organisationId);
});

describe("judgements by the API", () => {
  it("are made, listed newest first page by page, filtered by, and taken back", async () => {
    const first = await post({ band: "critical", reason: "They told us", expiresOn: "2026-07-31" });
    expect(first).toMatchObject({ status: 201, json: { id: expect.any(Number) } });
    const second = await post({ reason: "Wait and see", expiresOn: "2026-07-31" });
    expect(second.status).toBe(201);
    const page = await read("limit=1");
    expect(page.json.items).toMatchObject([{ id: second.json.id, type: "comment", said: null }]);
    const rest = await read(`limit=1&cursor=${page.json.nextCursor}`);
    expect(rest.json).toMatchObject({
      items: [
        {
          id: first.json.id,
          type: "override",
          said: { band: "critical", probability: null, risk: null },
          modelSaid: { band: "calm", risk: expect.any(Number) },
          author: "write key",
          madeAt: "2026-06-30T12:00:00.000Z",
          expiresAt: "2026-07-31T23:59:59.999Z",
          state: "standing",
        },
      ],
      nextCursor: null,
    });
    const found = await call(listCustomers, { key: ours.read, query: "judgement=disagrees" });
    expect(found.json.items).toMatchObject([
      { externalId: "a", band: "calm", judgement: { band: "critical", disagrees: true, reason: "They told us" } },
    ]);
    const taken = await call(withdraw, {
      ...{ key: ours.admin, method: "POST", params },
      body: { judgementId: first.json.id },
    });
    expect(taken.json).toEqual({ withdrawn: first.json.id });
    expect((await read()).json.items.map(({ state }: { state: string }) => state)).toEqual(["standing", "withdrawn"]);
    expect((await call(listCustomers, { key: ours.read, query: "judgement=disagrees" })).json.items).toEqual([]);
  });

  it.each([
    [{ band: "critical", probability: 0.5 }, ["probability: custom"]],
    [{ probability: 1 }, ["probability: too-big"]],
    [{ band: "doomed" }, ["band: invalid-value"]],
    [{ reason: "" }, ["reason: too-small"]],
    [{ expiresOn: "2026-06-29" }, ["expiresOn: in-the-past"]],
  ])("are refused with their fault: %j", async (changes, errors) => {
    const answer = await post({ reason: "x", expiresOn: "2026-07-31", ...changes });
    expect(faults(answer)).toEqual({ status: 422, errors });
  });

  it("refuse a cursor that is none", async () => {
    expect((await read("cursor=x")).status).toBe(400);
  });
});
