import { beforeAll, describe, expect, it } from "vitest";
import { GET as score } from "@/app/api/v1/customers/[externalId]/score/route";
import { GET as listCustomers, POST as postCustomers } from "@/app/api/v1/customers/route";
import { GET as job } from "@/app/api/v1/jobs/[id]/route";
import { POST as recompute } from "@/app/api/v1/scores/recompute/route";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { runJob } from "@/lib/jobs/run-job";
import { scoreAllTask } from "@/lib/scores/score-all-task";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { call, makeOrganisation, type TestOrganisation } from "./call-api";

const NOW = "2026-06-30T12:00:00Z";
const FORMULAS = ["=1+1", "+49 30", "-5", "@SUM(A1)"];
const PLAIN = ["c1", "quoted, id", 'say "x"', "007", "日本"];

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Scores", { clock: NOW });
  const customers = [...FORMULAS, ...PLAIN].map((externalId) => ({ externalId }));
  await call(postCustomers, { key: ours.write, method: "POST", body: { customers } });
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "late" }, [
    { kind: "complaint", occurredAt: "2026-06-20T00:00:00Z" },
  ]);
});

/** Rows of a CSV whose fields may be quoted, none of them over several lines. */
const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );

const csv = async (query = "") => {
  const answer = await call(scoresCsv, { key: ours.read, query });
  const [header, ...rows] = rowsOf(answer.text);
  return { ...answer, header, rows };
};

describe("GET /scores.csv", () => {
  it("has a row for every customer, with numbers that parse and agree", async () => {
    const { status, headers, header, rows } = await csv();
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toContain("scores.csv");
    expect(header).toEqual(["externalId", "probability", "risk", "band", "logOdds"]);
    expect(rows).toHaveLength(FORMULAS.length + PLAIN.length + 1);
    for (const [, probability, risk, band, logOdds] of rows) {
      expect(Number(probability)).toBeCloseTo(1 / (1 + Math.exp(-Number(logOdds))), 12);
      expect(Number(risk)).toBeCloseTo(Number(probability) * 100, 9);
      expect(["calm", "watch", "at-risk", "critical"]).toContain(band);
    }
  });

  it("makes ids harmless that a spreadsheet would run, and keeps the others", async () => {
    const ids = (await csv()).rows.map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining([...FORMULAS.map((id) => `'${id}`), ...PLAIN]));
    for (const id of ids) expect(id).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("says the same as the score of one customer, now and as of the past", async () => {
    for (const query of ["", "asOf=2026-06-21T00:00:00Z", "asOf=2026-06-01T00:00:00Z"]) {
      const one = await call(score, { key: ours.read, params: { externalId: "late" }, query });
      const row = (await csv(query)).rows.find(([id]) => id === "late");
      expect(Number(row?.[4])).toBeCloseTo(one.json.logOdds, 9);
    }
  });

  it("as of the past ignores touchpoints that came later", async () => {
    const logOdds = async (query: string) => Number((await csv(query)).rows.find(([id]) => id === "late")?.[4]);
    expect(await logOdds("asOf=2026-06-21T00:00:00Z")).toBeGreaterThan(await logOdds("asOf=2026-06-19T00:00:00Z"));
  });

  it("takes a date as the end of that local day", async () => {
    const query = { day: "asOf=2026-06-20", end: "asOf=2026-06-20T23:59:59.999Z" };
    expect((await csv(query.day)).rows).toEqual((await csv(query.end)).rows);
    const one = await call(score, { key: ours.read, params: { externalId: "late" }, query: query.day });
    expect(one.json.asOf).toBe("2026-06-20T23:59:59.999Z");
  });

  it("refuses an instant that is none", async () => {
    expect((await csv("asOf=now")).status).toBe(400);
  });
});

describe("POST /scores/recompute", () => {
  const order = (body: unknown) => call(recompute, { key: ours.admin, method: "POST", body });
  const follow = (id: string, key = ours.read) => call(job, { key, params: { id } });

  it("queues a job that can be followed to its end, and then everyone has a score", async () => {
    const ordered = await order({});
    expect(ordered.status).toBe(202);
    expect(ordered.json).toEqual({ jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const { jobId } = ordered.json;
    const queued = await follow(jobId, ours.write);
    expect(queued.status).toBe(200);
    expect(queued.json).toEqual({
      id: jobId,
      state: "queued",
      progress: { done: expect.any(Number), total: expect.any(Number), unit: expect.any(String) },
      startedAt: null,
      finishedAt: null,
    });
    const signal = new AbortController().signal;
    await runJob<"score-all">(scoreAllTask, { organisationId: ours.organisationId, jobId, isLast: true, signal });
    const done = (await follow(jobId)).json;
    expect(done.state).toBe("succeeded");
    expect(Date.parse(done.finishedAt)).toBeGreaterThanOrEqual(Date.parse(done.startedAt));
    const { items } = (await call(listCustomers, { key: ours.read, query: "limit=100" })).json;
    expect(items).toHaveLength(FORMULAS.length + PLAIN.length + 1);
    expect(items[0]).toMatchObject({ externalId: "late", asOf: new Date(NOW).toISOString() });
  });

  it.each([[{ asOf: "yesterday" }], [{ asOf: "2026-01-01" }], [{ asOf: null }]])("refuses %j", async (body) => {
    const answer = await order(body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors[0].path).toBe("asOf");
  });
});
