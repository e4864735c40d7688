import { beforeAll, describe, expect, it } from "vitest";
import { GET as journey } from "@/app/api/v1/customers/[externalId]/journey/route";
import { GET as customer } from "@/app/api/v1/customers/[externalId]/route";
import { GET as score } from "@/app/api/v1/customers/[externalId]/score/route";
import { POST as postTouchpoints } from "@/app/api/v1/touchpoints/route";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { call, faults, makeOrganisation, type TestOrganisation } from "./call-api";

const NOW = "2026-06-30T12:00:00Z";
const DAYS = ["2026-01-10", "2026-03-10", "2026-05-20", "2026-06-10", "2026-06-25"];

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Customers", { clock: NOW });
  await makeCustomerWithTouchpoints(
    ours.organisationId,
    { externalId: "c1", name: "One", mrrMinor: 9_900, startedOn: "2024-01-01", renewsOn: "2026-08-01" },
    DAYS.map((day, n) => ({ kind: n < 2 ? "call" : "complaint", occurredAt: `${day}T12:00:00Z` })),
  );
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "quiet" });
});

const ask = (handler: Parameters<typeof call>[0], query = "", externalId = "c1") =>
  call(handler, { key: ours.read, params: { externalId }, query });

type Parts = Readonly<{ logOdds: number; touchpoints: readonly { id: string; logOdds: number; occurredAt: string }[] }>;
const sum = (parts: readonly { logOdds: number }[]) => parts.reduce((total, part) => total + part.logOdds, 0);

describe("GET /customers/{externalId}", () => {
  it("gives the facts and the score", async () => {
    const { status, json } = await ask(customer);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      externalId: "c1",
      name: "One",
      owner: null,
      startedOn: "2024-01-01",
      renewsOn: "2026-08-01",
      traits: [],
      touchpointCount: DAYS.length,
    });
  });

  it("says what would lower the risk most, and the score then does as was said", async () => {
    await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "open" }, [
      { kind: "complaint", occurredAt: "2026-06-01T12:00:00Z", senderId: "the-complaint" },
    ]);
    await scoreAll(ours.organisationId);
    const before = (await ask(score, "", "open")).json;
    const { advice } = (await ask(customer, "", "open")).json;
    expect(advice.length).toBeGreaterThan(1);
    const [first] = advice;
    expect(first).toMatchObject({
      category: "recovery",
      label: expect.stringMatching(/^Make it right: \S/),
      answers: { id: "the-complaint", kindLabel: "Complaint", occurredAt: "2026-06-01T12:00:00.000Z" },
      open: 1,
    });
    const touchpoints = [{ customerExternalId: "open", kind: first.kind, occurredAt: NOW }];
    await call(postTouchpoints, { key: ours.write, method: "POST", body: { touchpoints } });
    const after = (await ask(score, "", "open")).json;
    expect(after.probability).toBeCloseTo(first.probability, 9);
    expect(after.risk).toBeCloseTo(first.riskTogether, 9);
    expect(((after.logOdds - before.logOdds) * 20) / Math.LN2).toBeCloseTo(first.points, 9);
  });

  it("gives money as everywhere in the API: amount and currency", async () => {
    expect((await ask(customer)).json.mrr).toEqual({ amountMinor: 9_900, currency: "EUR" });
  });
});

describe("GET …/score", () => {
  it.each(["", "asOf=2026-06-01T00:00:00Z", "asOf=2026-03-10T12:00:00%2B02:00", "asOf=2020-01-01T00:00:00Z"])(
    "explains itself to the last digit: ?%s",
    async (query) => {
      const { status, json } = await ask(score, query);
      expect(status).toBe(200);
      expect(Math.abs(json.intercept + sum(json.reasons) - json.logOdds)).toBeLessThan(1e-9);
      expect(json.probability).toBeCloseTo(1 / (1 + Math.exp(-json.logOdds)), 12);
      expect(json.risk).toBeCloseTo(json.probability * 100, 9);
      expect(json).toMatchObject({
        band: expect.stringMatching(/^(calm|watch|at-risk|critical)$/),
        evidence: expect.stringMatching(/^(ok|thin)$/),
        modelVersion: expect.any(Number),
        ruleSetVersion: 1,
      });
      for (const reason of json.reasons) {
        expect(reason).toMatchObject({ key: expect.any(String), label: expect.stringMatching(/\S/) });
        expect(reason.points).toBeCloseTo((reason.logOdds * 20) / Math.LN2, 9);
      }
    },
  );

  it("names the touchpoints behind a reason, and they carry all of it", async () => {
    const { json } = await ask(score);
    const complaints = json.reasons.find(({ touchpoints }: Parts) => touchpoints.length === 3);
    expect(complaints).toBeDefined();
    expect(complaints.logOdds).toBeGreaterThan(0);
    expect(sum(complaints.touchpoints)).toBeCloseTo(complaints.logOdds, 9);
    expect(new Set(complaints.touchpoints.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(["complaint"]));
    const { touchpoints } = (await ask(journey)).json;
    const known = touchpoints.map(({ id }: { id: string }) => id);
    for (const { id } of complaints.touchpoints) expect(known).toContain(id);
  });

  it("as of the past knows nothing of what came later, nor changes when it comes", async () => {
    const query = "asOf=2026-05-25T00:00:00Z";
    const before = await ask(score, query);
    expect(before.json.asOf).toBe("2026-05-25T00:00:00.000Z");
    const seen = before.json.reasons.flatMap(({ touchpoints }: Parts) => touchpoints);
    expect(seen.length).toBeGreaterThan(0);
    for (const { occurredAt } of seen) expect(Date.parse(occurredAt)).toBeLessThanOrEqual(Date.parse("2026-05-25"));
    const now = await ask(score);
    expect(now.json.logOdds).toBeGreaterThan(before.json.logOdds);
    const touchpoints = [{ customerExternalId: "c1", kind: "complaint", occurredAt: "2026-06-29T00:00:00Z" }];
    await call(postTouchpoints, { key: ours.write, method: "POST", body: { touchpoints } });
    expect((await ask(score, query)).json).toEqual(before.json);
    expect((await ask(score)).json.reasons).not.toEqual(now.json.reasons);
  });

  it("of a customer without touchpoints is thin, and explains itself as well", async () => {
    const { status, json } = await ask(score, "", "quiet");
    expect(status).toBe(200);
    expect(json.evidence).toBe("thin");
    expect(Math.abs(json.intercept + sum(json.reasons) - json.logOdds)).toBeLessThan(1e-9);
  });

  it.each(["asOf=yesterday", "asOf=2026-06-31", "asOf=2026-06-01T00:00:00", "asOf=", "asOf=2026-02-30T00:00:00Z"])(
    "refuses ?%s",
    async (query) => {
      expect(faults(await ask(score, query))).toEqual({ status: 400, errors: ["asOf: invalid-format"] });
    },
  );

  it.each(["asOf=0001-01-01T00:00:00Z", "asOf=9999-12-31T23:59:59Z"])(
    "answers for the ends of time: ?%s",
    async (at) => {
      const { status, json } = await ask(score, at);
      expect([200, 400]).toContain(status);
      if (status === 200) expect(json.probability).toBeGreaterThan(0);
    },
  );
});

describe("GET …/journey", () => {
  const daysOf = (json: { touchpoints: { occurredAt: string }[] }) =>
    json.touchpoints.map(({ occurredAt }) => occurredAt.slice(0, 10));

  it("gives touchpoints, stages and scores in time order", async () => {
    const { status, json } = await ask(journey, "from=2026-01-01T00:00:00Z&to=2026-06-28T00:00:00Z");
    expect(status).toBe(200);
    expect(daysOf(json)).toEqual(DAYS);
    expect(json.touchpoints[2]).toMatchObject({ kindKey: "complaint", kindLabel: expect.any(String) });
    expect(json.stages.length).toBeGreaterThan(0);
    for (const list of [
      json.stages.map((stage: { from: string }) => stage.from),
      json.scores.map((point: { at: string }) => point.at),
    ]) {
      expect(list.every((time: string) => new Date(time).toISOString() === time)).toBe(true);
      expect(list).toEqual([...list].sort());
    }
    for (const { probability } of json.scores) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });

  it("shows only what lies between from and to", async () => {
    expect(daysOf((await ask(journey, "from=2026-03-01T00:00:00Z&to=2026-06-01T00:00:00Z")).json)).toEqual(
      DAYS.slice(1, 3),
    );
    expect(daysOf((await ask(journey, "from=2026-06-11T00:00:00Z&to=2026-06-26T00:00:00Z")).json)).toEqual(
      DAYS.slice(4),
    );
  });

  it("takes a stretch of less than a day at its word", async () => {
    const { json } = await ask(journey, "from=2026-06-10T00:00:00Z&to=2026-06-10T01:00:00Z");
    expect(daysOf(json)).toEqual([]);
  });

  it("takes `to` without `from` at its word", async () => {
    const { json } = await ask(journey, "to=2024-06-01T00:00:00Z");
    expect(daysOf(json)).toEqual([]);
    expect(json.to).toBe("2024-06-01T00:00:00.000Z");
  });

  it("hands out all touchpoints page by page, also those of one moment", async () => {
    const moments = Array.from({ length: 25 }, (_, n) => `2026-04-${String(1 + Math.floor(n / 6)).padStart(2, "0")}`);
    await makeCustomerWithTouchpoints(
      ours.organisationId,
      { externalId: "busy" },
      moments.map((day, n) => ({ kind: "call", occurredAt: `${day}T12:00:00Z`, senderId: `busy-${n}` })),
    );
    const whole = (await ask(journey, "", "busy")).json;
    expect(whole).toMatchObject({ nextCursor: null, touchpointCount: 25 });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { json } = await ask(journey, `limit=4${cursor ? `&cursor=${cursor}` : ""}`, "busy");
      seen.push(...json.touchpoints.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole.touchpoints.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(25);
  });

  it.each([
    "from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z",
    "from=monday",
    "to=2026-01-01",
    "cursor=x",
    "cursor=WzEsMl0",
    "limit=0",
    "limit=2001",
  ])("refuses ?%s", async (query) => {
    expect((await ask(journey, query)).status).toBe(400);
  });
});
