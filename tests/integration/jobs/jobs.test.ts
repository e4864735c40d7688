import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { readJob } from "@/lib/jobs/read-job";
import { releaseDeadWorkers } from "@/lib/jobs/release-dead-workers";
import { startWorker } from "@/lib/jobs/start-worker";
import { createOrganisation } from "@/lib/organisations/create-organisation";

let organisationId: number;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Jobs", admin: null })).organisationId;
});

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

function enqueueScores(asOf: string): Promise<string> {
  return withTenantClient(organisationId, (client) =>
    enqueueJob(client, { organisationId, task: "score-all", payload: { asOf } }),
  );
}

async function attemptsOf(jobId: string): Promise<number | undefined> {
  return withTenantClient(organisationId, async (client) => {
    const { rows } = await client.query<{ attempts: number }>("SELECT attempts FROM job WHERE id = $1", [jobId]);
    return rows[0]?.attempts;
  });
}

/** Breaks the connection on which the worker is announced, as a database does that starts anew, and waits for another. */
async function breakAnnouncement(): Promise<void> {
  const announced = async () => {
    const { rows } = await systemPool().query<{ pid: number }>(
      `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND granted AND application_name = 'rekindle-worker' AND datname = current_database()`,
    );
    return rows.map(({ pid }) => pid);
  };
  const before = await vi.waitFor(async () => {
    const pids = await announced();
    expect(pids).toHaveLength(1);
    return pids;
  });
  await systemPool().query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) pid", [before]);
  await vi.waitFor(async () => expect((await announced()).filter((pid) => !before.includes(pid))).toHaveLength(1), {
    timeout: 10_000,
    interval: 100,
  });
}

async function jobsOf(organisation: number): Promise<string[]> {
  return withTenantClient(organisation, async (client) => {
    const { rows } = await client.query<{ task: string; state: string }>("SELECT task, state FROM job");
    return rows.map(({ task, state }) => `${task} ${state}`);
  });
}

async function expectState(jobId: string, state: string): Promise<void> {
  await vi.waitFor(async () => expect((await readJob(systemMember(organisationId), jobId)).state).toBe(state), {
    timeout: 30_000,
    interval: 100,
  });
}

describe("background work", () => {
  it("runs a queued job to its end and says so", async () => {
    const jobId = await enqueueScores("2026-01-01T00:00:00Z");
    expect(await readJob(systemMember(organisationId), jobId)).toMatchObject({ state: "queued", startedAt: null });
    stop = await startWorker();
    await expectState(jobId, "succeeded");
  });

  it("queues nothing when the transaction rolls back", async () => {
    let jobId = "";
    const failed = withTenantClient(organisationId, async (client) => {
      jobId = await enqueueJob(client, {
        organisationId,
        task: "score-all",
        payload: { asOf: "2026-01-02T00:00:00Z" },
      });
      throw new Error("rolled back on purpose");
    });
    await expect(failed).rejects.toThrow("on purpose");
    await expect(readJob(systemMember(organisationId), jobId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("reuses an equal job that still waits", async () => {
    expect(await enqueueScores("2026-01-03T00:00:00Z")).toBe(await enqueueScores("2026-01-03T00:00:00Z"));
    expect(await enqueueScores("2026-01-03T00:00:00Z")).not.toBe(await enqueueScores("2026-01-04T00:00:00Z"));
  });

  it("refuses to queue for another organisation than the transaction's", async () => {
    const foreign = withTenantClient(organisationId, (client) =>
      enqueueJob(client, { organisationId: organisationId + 1, task: "score-all", payload: {} }),
    );
    await expect(foreign).rejects.toThrow("is not the current one");
  });

  it("shows a job to its own organisation only", async () => {
    const jobId = await enqueueScores("2026-01-05T00:00:00Z");
    const other = (await createOrganisation({ name: "Others", admin: null })).organisationId;
    await expect(readJob(systemMember(other), jobId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("scores everyone anew at night where time passes, and nobody under a fixed clock", async () => {
    const live = await createOrganisation({ name: "Awake", admin: null });
    const fixed = await createOrganisation({ name: "Still", admin: null, settings: { clock: "2026-01-01T00:00:00Z" } });
    stop = await startWorker();
    await systemPool().query("SELECT graphile_worker.add_job('score-nightly')");
    await vi.waitFor(async () => expect(await jobsOf(live.organisationId)).toContain("score-all succeeded"), {
      timeout: 30_000,
      interval: 100,
    });
    expect(await jobsOf(fixed.organisationId)).toEqual([]);
  });

  it("gives a killed worker's job to the next one", async () => {
    const jobId = await enqueueScores("2026-01-06T00:00:00Z");
    // What a worker leaves behind that was killed: its name on the job and on the queue, and no connection any more.
    await systemPool().query(
      "UPDATE graphile_worker._private_jobs SET locked_by = 'killed', locked_at = now() - interval '1 minute', attempts = 1 WHERE key = $1",
      [jobId],
    );
    await systemPool().query(
      "UPDATE graphile_worker._private_job_queues SET locked_by = 'killed', locked_at = now() - interval '1 minute'",
    );
    expect(await releaseDeadWorkers()).toContain("killed");
    stop = await startWorker();
    await expectState(jobId, "succeeded");
    expect(await releaseDeadWorkers()).toEqual([]);
  });

  it("leaves a job to the worker that runs it, however long that takes and whatever connection breaks", async () => {
    let jobId = "";
    stop = await startWorker();
    const blocker = await systemPool().connect();
    await blocker.query("BEGIN; LOCK TABLE score IN ACCESS EXCLUSIVE MODE");
    try {
      jobId = await enqueueScores("2026-01-01T00:00:00Z");
      await expectState(jobId, "running");
      await breakAnnouncement();
      await systemPool().query(
        `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour' WHERE locked_by IS NOT NULL;
         UPDATE graphile_worker._private_job_queues SET locked_at = now() - interval '1 hour' WHERE locked_by IS NOT NULL`,
      );
      expect(await releaseDeadWorkers()).toEqual([]);
    } finally {
      await blocker.query("ROLLBACK");
      blocker.release();
    }
    await expectState(jobId, "succeeded");
    expect(await attemptsOf(jobId)).toBe(1);
  });
});
