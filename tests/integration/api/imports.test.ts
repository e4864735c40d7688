import { beforeAll, describe, expect, it } from "vitest";
import { GET as customer } from "@/app/api/v1/customers/[externalId]/route";
import { POST as commit } from "@/app/api/v1/imports/[importId]/commit/route";
import { POST as dryRun } from "@/app/api/v1/imports/[importId]/dry-run/route";
import { GET as rejects } from "@/app/api/v1/imports/[importId]/rejects.csv/route";
import { POST as resume } from "@/app/api/v1/imports/[importId]/resume/route";
import { GET as readImport } from "@/app/api/v1/imports/[importId]/route";
import { GET as listImports, PUT } from "@/app/api/v1/imports/route";
import { GET as job } from "@/app/api/v1/jobs/[id]/route";
import { dryRunImport } from "@/lib/imports/dry-run-import";
import { runImportTask } from "@/lib/imports/run-import-task";
import { runJob } from "@/lib/jobs/run-job";
import { call, type Handler, makeOrganisation, type TestOrganisation } from "./call-api";

const CSV =
  "ref,full name,plan,since\nA-1,Ada,pro,2024-01-01\nA-2,Bo,free,2024-02-30\n=A-3,Cy,free,never\nA-4,Di,pro,2024-03-01\n";
const OPTIONS = {
  mapping: { externalId: "ref", name: "full name", "traits.plan": "plan", startedOn: "since" },
  onError: "skip",
};

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("Imports");
});

const upload = (raw: string | Buffer<ArrayBuffer>, query = "type=customers&filename=people.csv") =>
  call(PUT, { key: ours.write, method: "PUT", query, raw, contentType: "text/csv" });
const send = (handler: Handler, importId: number, body: unknown) =>
  call(handler, { key: ours.write, method: "POST", params: { importId: String(importId) }, body });
const show = (importId: number, handler: Handler = readImport) =>
  call(handler, { key: ours.read, params: { importId: String(importId) } });

async function work(handler: typeof runImportTask | typeof dryRunImport, jobId: string): Promise<string> {
  const { signal } = new AbortController();
  await runJob(handler, { organisationId: ours.organisationId, jobId, isLast: true, signal });
  return (await call(job, { key: ours.write, params: { id: jobId } })).json.state;
}

describe("an import over the API", () => {
  it("goes from the file over a dry run to customers, its counts adding up", async () => {
    const uploaded = await upload(CSV);
    expect(uploaded.status).toBe(201);
    const { id, detected } = uploaded.json;
    expect(detected).toMatchObject({ encoding: expect.stringMatching(/utf-?8/i), delimiter: ",", header: true });
    expect(detected.columns.map(({ name }: { name: string }) => name)).toEqual(["ref", "full name", "plan", "since"]);
    expect(detected.columns[0]).toMatchObject({ samples: expect.arrayContaining(["A-1"]) });
    expect((await show(id)).json).toMatchObject({ status: "uploaded", createdBy: "write key", filename: "people.csv" });

    const rehearsal = await send(dryRun, id, OPTIONS);
    expect(rehearsal.status).toBe(202);
    expect(await work(dryRunImport, rehearsal.json.jobId)).toBe("succeeded");
    const rehearsed = (await show(id)).json;
    expect(rehearsed.dryRun).toMatchObject({ rows: 4, created: 2, rejected: 2 });
    expect((await call(customer, { key: ours.read, params: { externalId: "A-1" } })).status).toBe(404);

    const started = await send(commit, id, OPTIONS);
    expect(started.status).toBe(202);
    expect(started.json).toEqual({ jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect((await show(id)).json.status).toBe("running");
    expect(await work(runImportTask, started.json.jobId)).toBe("succeeded");
    const { json } = await show(id);
    expect(json).toMatchObject({ status: "succeeded", hash: expect.stringMatching(/^[0-9a-f]{64}$/), error: null });
    const { rows, created, updated, unchanged, duplicates, rejected } = json.counts;
    expect({ rows, created, rejected }).toEqual({ rows: 4, created: 2, rejected: 2 });
    expect(created + updated + unchanged + duplicates + rejected).toBe(rows);
    expect(json.progress.done).toBe(json.progress.total);
    const made = await call(customer, { key: ours.read, params: { externalId: "A-1" } });
    expect(made.json).toMatchObject({ name: "Ada", startedOn: "2024-01-01", traits: [{ name: "plan", value: "pro" }] });

    expect((await send(commit, id, OPTIONS)).status).toBe(409);
    expect((await send(dryRun, id, OPTIONS)).status).toBe(409);
    expect((await send(resume, id, undefined)).status).toBe(409);

    const refused = await show(id, rejects);
    expect(refused.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(refused.headers.get("content-disposition")).toContain(`import-${id}-rejects.csv`);
    const lines = refused.text.replace("\uFEFF", "").trimEnd().split("\n");
    expect(lines[0]).toBe("ref,full name,plan,since,line,column,code,message");
    expect(lines[1]).toMatch(/^A-2,Bo,free,2024-02-30,3,since,impossible-date,/);
    expect(lines[2]).toMatch(/^'=A-3,Cy,free,never,4,since,unreadable-date,/);
    expect(lines).toHaveLength(3);
  });

  it("of the same file again changes nothing and says so", async () => {
    const csv = "ref,full name\nB-1,Bea\nB-2,Bob\n";
    const options = { mapping: { externalId: "ref", name: "full name" } };
    const run = async () => {
      const { id } = (await upload(csv)).json;
      await work(runImportTask, (await send(commit, id, options)).json.jobId);
      return (await show(id)).json;
    };
    expect(await run()).toMatchObject({ counts: { rows: 2, created: 2 }, sameFileImportedAt: null });
    expect(await run()).toMatchObject({
      counts: { rows: 2, created: 0, updated: 0, unchanged: 2 },
      sameFileImportedAt: expect.any(String),
    });
  });

  it("that is to be whole or not at all stores nothing, and its job says why", async () => {
    const { id } = (await upload(CSV.replaceAll("A-", "N-"))).json;
    const { jobId } = (await send(commit, id, { ...OPTIONS, onError: "abort" })).json;
    expect(await work(runImportTask, jobId)).toBe("failed");
    const failed = (await call(job, { key: ours.read, params: { id: jobId } })).json;
    expect(failed.error).toContain("line 3");
    expect((await show(id)).json).toMatchObject({ status: "failed", counts: { rows: 4, created: 0 } });
    expect((await call(customer, { key: ours.read, params: { externalId: "N-1" } })).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ["a column that is not there", { mapping: { externalId: "nowhere" } }, "mapping.externalId"],
    ["a field that is none", { mapping: { externalId: "ref", colour: "plan" } }, "mapping.colour"],
    ["a field that is needed", { mapping: { name: "full name" } }, "mapping.externalId"],
    ["a date format that is none", { ...OPTIONS, dateFormat: "DD.QQ" }, "dateFormat"],
    ["a zone that is none", { ...OPTIONS, timeZone: "Mars/Base" }, "timeZone"],
    ["a policy that is none", { ...OPTIONS, onError: "ignore" }, "onError"],
  ])("refuses options by their path: %s", async (_, options, path) => {
    const { id } = (await upload(CSV)).json;
    for (const handler of [dryRun, commit]) {
      const answer = await send(handler, id, options);
      expect(answer.status).toBe(422);
      expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
    }
    expect((await show(id)).json).toMatchObject({ status: "uploaded", jobId: null });
  });
});

describe("PUT /imports", () => {
  it.each([
    ["no type", "filename=a.csv", "type"],
    ["a type that is none", "type=people&filename=a.csv", "type"],
    ["no name", "type=customers", "filename"],
    ["a blank name", "type=customers&filename=%20", "filename"],
  ])("refuses %s", async (_, query, path) => {
    const answer = await upload(CSV, query);
    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].path).toBe(path);
  });

  it.each([
    ["nothing", "", 422],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), 415],
  ])("refuses %s that is named .csv, and keeps no import of it", async (_, raw, status) => {
    const before = (await call(listImports, { key: ours.read })).json.items.length;
    expect((await upload(raw)).status).toBe(status);
    expect((await call(listImports, { key: ours.read })).json.items).toHaveLength(before);
  });
});

describe("GET /imports", () => {
  it("pages through all, the newest first", async () => {
    for (let n = 0; n < 3; n += 1) await upload(CSV);
    const whole = (await call(listImports, { key: ours.read, query: "limit=200" })).json;
    const ids = whole.items.map(({ id }: { id: number }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const paged: number[] = [];
    for (let cursor = ""; ; ) {
      const { json } = await call(listImports, { key: ours.read, query: `limit=2${cursor}` });
      paged.push(...json.items.map(({ id }: { id: number }) => id));
      if (json.nextCursor === null) break;
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(paged).toEqual(ids);
  });

  it.each(["cursor=x", "cursor=-1", "cursor=99999999999", "limit=0", "limit=201"])("refuses ?%s", async (query) => {
    expect((await call(listImports, { key: ours.read, query })).status).toBe(400);
  });
});
