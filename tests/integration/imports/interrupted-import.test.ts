import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { commitChunk } from "@/lib/imports/commit-chunk";
import { createPipeline } from "@/lib/imports/create-pipeline";
import { loadImport } from "@/lib/imports/load-import";
import { LostImport } from "@/lib/imports/lost-import";
import { readImport } from "@/lib/imports/read-import";
import { resumeImport } from "@/lib/imports/resume-import";
import { runImport } from "@/lib/imports/run-import";
import { storeUpload } from "@/lib/imports/store-upload";
import { uploadFolder } from "@/lib/imports/upload-path";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { addUp, CREATE_ALL, rowsOf, start } from "./import-text";

const ROWS = 20_000;
const CHUNK_ROWS = 400;
const CHILD = join(import.meta.dirname, "run-import-child.ts");

function fileOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) =>
    index % 100 === 99 ? `${index},C1,call,no date,1` : `${index},C${index % 97},call,2024-01-01 10:00,${index}`,
  );
  return `id,customer,kind,date,value\n${lines.join("\n")}\n`;
}

const fresh = async () => (await createOrganisation({ name: "Interrupted", admin: null })).organisationId;

const mergedRows = async (organisationId: number, id: number) =>
  (await rowsOf<{ merged: number }>(organisationId, `SELECT merged_rows AS merged FROM import WHERE id = ${id}`))[0]
    ?.merged ?? 0;

describe("an import whose worker is killed", () => {
  it("goes on behind the last stored row: exactly the file's rows are there, and every reject once", async () => {
    const organisationId = await fresh();
    const id = await start(organisationId, "touchpoints", fileOf(ROWS), CREATE_ALL);
    let seen = 0;
    for (let kill = 0; kill < 2; kill += 1) {
      const args = ["--import", "tsx", CHILD, String(organisationId), String(id), String(CHUNK_ROWS)];
      const child = spawn(process.execPath, args, { stdio: "inherit" });
      const ended = once(child, "exit");
      await vi.waitUntil(async () => (await mergedRows(organisationId, id)) > seen || child.exitCode !== null, {
        timeout: 60_000,
        interval: 5,
      });
      child.kill("SIGKILL");
      await ended;
      seen = await mergedRows(organisationId, id);
      expect(seen).toBeGreaterThan(0);
      expect(seen % CHUNK_ROWS).toBe(0);
    }
    expect(seen).toBeLessThan(ROWS);
    await vi.waitUntil(async () => (await readImport(systemMember(organisationId), id)).isInterrupted, {
      timeout: 30_000,
      interval: 200,
    });
    const { jobId } = await resumeImport(systemMember(organisationId), id);
    expect(jobId).toEqual(expect.any(String));
    await runImport(organisationId, id);
    const view = await readImport(systemMember(organisationId), id);
    expect(view).toMatchObject({
      status: "succeeded",
      counts: { rows: ROWS, created: ROWS * 0.99, rejected: ROWS * 0.01, duplicates: 0 },
    });
    expect(addUp(view)).toBe(true);
    const [stored] = await rowsOf(
      organisationId,
      `SELECT count(*)::int AS rows, count(DISTINCT sender_id)::int AS ids, sum(value)::int AS values,
              (SELECT count(*)::int FROM import_reject) AS rejects FROM touchpoint`,
    );
    const values = Array.from({ length: ROWS }, (_, index) => (index % 100 === 99 ? 0 : index)).reduce(
      (sum, value) => sum + value,
      0,
    );
    expect(stored).toEqual({ rows: ROWS * 0.99, ids: ROWS * 0.99, values, rejects: ROWS * 0.01 });
    expect(await rowsOf(organisationId, "SELECT task FROM job WHERE task = 'score-all'")).toHaveLength(1);
  }, 180_000);

  it("cannot store anything more once another worker has taken over", async () => {
    const organisationId = await fresh();
    const id = await start(organisationId, "touchpoints", fileOf(10), CREATE_ALL);
    const loaded = await loadImport(organisationId, id);
    if (!loaded.plan) throw new Error("The import was not planned");
    const chunk = createPipeline(loaded, loaded.plan, false).begin(1);
    chunk.add({ line: 2, fields: ["0", "C0", "call", "2024-01-01 10:00", "0"] });
    const stale = { organisationId, importId: id, fence: loaded.row.fence };
    await runImport(organisationId, id);
    await expect(commitChunk(stale, chunk)).rejects.toBeInstanceOf(LostImport);
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
