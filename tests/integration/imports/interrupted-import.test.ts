import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { commitChunk } from "@/lib/imports/commit-chunk";
import { createPipeline } from "@/lib/imports/create-pipeline";
import { loadImport } from "@/lib/imports/load-import";
import { LostImport } from "@/lib/imports/lost-import";
import { readImport } from "@/lib/imports/read-import";
import { resumeImport } from "@/lib/imports/resume-import";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startUndo } from "@/lib/imports/start-undo";
import { storeUpload } from "@/lib/imports/store-upload";
import { uploadFolder } from "@/lib/imports/upload-path";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { addUp, CREATE_ALL, importText, rowsOf, start } from "./import-text";
import { killTenTimes } from "./killed-worker";

const ROWS = 20_000;
const CHUNK_ROWS = 200;

function fileOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) =>
    index % 100 === 99 ? `${index},C1,call,no date,1` : `${index},C${index % 97},call,2024-01-01 10:00,${index}`,
  );
  return `id,customer,kind,date,value\n${lines.join("\n")}\n`;
}

const fresh = async () => (await createOrganisation({ name: "Interrupted", admin: null })).organisationId;

async function stored(organisationId: number) {
  const [row] = await rowsOf(
    organisationId,
    `SELECT count(*)::int AS rows, count(DISTINCT sender_id)::int AS ids, coalesce(sum(value), 0)::int AS values,
            (SELECT count(*)::int FROM import_reject) AS rejects FROM touchpoint`,
  );
  return row;
}

const GOOD_VALUES = Array.from({ length: ROWS }, (_, index) => (index % 100 === 99 ? 0 : index)).reduce(
  (sum, value) => sum + value,
  0,
);
const WHOLE = { rows: ROWS * 0.99, ids: ROWS * 0.99, values: GOOD_VALUES, rejects: ROWS * 0.01 };

describe("an import whose worker is killed ten times", () => {
  it("goes on behind the last stored row: exactly the file's rows are there, and every reject once", async () => {
    const organisationId = await fresh();
    const importId = await start(organisationId, "touchpoints", fileOf(ROWS), CREATE_ALL);
    await killTenTimes({ work: "import", organisationId, importId, chunkRows: CHUNK_ROWS }, 1, 6);
    const { isInterrupted, counts } = await readImport(systemMember(organisationId), importId);
    expect(isInterrupted).toBe(true);
    expect(counts.rows).toBeGreaterThan(0);
    expect(counts.rows).toBeLessThan(ROWS);
    const { jobId } = await resumeImport(systemMember(organisationId), importId);
    expect(jobId).toEqual(expect.any(String));
    await runImport(organisationId, importId);
    const view = await readImport(systemMember(organisationId), importId);
    expect(view).toMatchObject({
      status: "succeeded",
      counts: { rows: ROWS, created: ROWS * 0.99, rejected: ROWS * 0.01, duplicates: 0 },
    });
    expect(addUp(view)).toBe(true);
    expect(await stored(organisationId)).toEqual(WHOLE);
    expect(await rowsOf(organisationId, "SELECT task FROM job WHERE task = 'score-all'")).toHaveLength(1);
  }, 300_000);

  it("and is to be whole or not at all leaves nothing behind, and is whole in the end", async () => {
    const organisationId = await fresh();
    const good = fileOf(ROWS).replaceAll("no date", "2024-01-02 10:00");
    const importId = await start(organisationId, "touchpoints", good, { ...CREATE_ALL, onError: "abort" });
    const nothing = { rows: 0, ids: 0, values: 0, rejects: 0 };
    await killTenTimes({ work: "import", organisationId, importId, chunkRows: CHUNK_ROWS }, 2, 40);
    expect(await stored(organisationId)).toEqual(nothing);
    expect(await rowsOf(organisationId, "SELECT id FROM customer")).toEqual([]);
    await runImport(organisationId, importId);
    expect((await readImport(systemMember(organisationId), importId)).counts).toMatchObject({
      rows: ROWS,
      created: ROWS,
    });
    expect(await stored(organisationId)).toMatchObject({ rows: ROWS, ids: ROWS });
  }, 300_000);

  it("and whose undo is killed ten times is undone whole, every row counted once", async () => {
    const organisationId = await fresh();
    const { id: importId, counts } = await importText(organisationId, "touchpoints", fileOf(ROWS), CREATE_ALL);
    await startUndo(systemMember(organisationId), importId, "caller");
    await killTenTimes({ work: "undo", organisationId, importId, chunkRows: CHUNK_ROWS }, 3, 5);
    const half = await readImport(systemMember(organisationId), importId);
    expect(half).toMatchObject({ status: "undoing", isInterrupted: true });
    expect(half.undo?.reversed).toBeGreaterThan(0);
    await runUndo(organisationId, importId);
    const { status, undo } = await readImport(systemMember(organisationId), importId);
    expect(status).toBe("undone");
    expect(undo).toMatchObject({ reversed: counts.created, kept: 0, errored: 0, customers: { reversed: 97, kept: 0 } });
    expect(await stored(organisationId)).toMatchObject({ rows: 0 });
    expect(await rowsOf(organisationId, "SELECT id FROM customer")).toEqual([]);
    expect(await rowsOf(organisationId, "SELECT task FROM job WHERE task = 'score-all'")).toHaveLength(1);
  }, 300_000);
});

describe("a worker that was taken for dead", () => {
  it("cannot store anything more once another worker has taken over", async () => {
    const organisationId = await fresh();
    const id = await start(organisationId, "touchpoints", fileOf(10), CREATE_ALL);
    const loaded = await loadImport(organisationId, id);
    if (!loaded.plan) throw new Error("The import was not planned");
    const chunk = createPipeline(loaded, loaded.plan, false).begin(1);
    chunk.add({ line: 2, fields: ["0", "C0", "call", "2024-01-01 10:00", "0"] });
    const stale = { organisationId, importId: id, fence: loaded.row.fence };
    await runImport(organisationId, id);
    await expect(commitChunk(stale, chunk, Promise.resolve())).rejects.toBeInstanceOf(LostImport);
    expect(await rowsOf(organisationId, "SELECT count(*)::int AS rows FROM touchpoint")).toEqual([{ rows: 10 }]);
  });
});

describe("an upload", () => {
  it("that breaks off leaves neither a file nor an import", async () => {
    const organisationId = await fresh();
    async function* breaksOff() {
      yield Buffer.from("customer,kind,date\nC1,call,2024-01-01\n");
      throw new Error("aborted");
    }
    const broken = storeUpload(systemMember(organisationId), {
      type: "touchpoints",
      filename: "x.csv",
      body: breaksOff(),
    });
    await expect(broken).rejects.toMatchObject({ code: "bad-request" });
    expect(await readdir(uploadFolder(organisationId))).toEqual([]);
    expect(await rowsOf(organisationId, "SELECT id FROM import")).toEqual([]);
  });

  it("is kept until its rows are in, and no longer", async () => {
    const organisationId = await fresh();
    const id = await start(organisationId, "touchpoints", fileOf(3), CREATE_ALL);
    expect(await readdir(uploadFolder(organisationId))).toEqual([`${id}.csv`]);
    await runImport(organisationId, id);
    expect(await readdir(uploadFolder(organisationId))).toEqual([]);
  });
});
