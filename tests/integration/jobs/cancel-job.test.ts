import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { followJob } from "@/lib/jobs/follow-job";
import { readJob } from "@/lib/jobs/read-job";
import { runJob } from "@/lib/jobs/run-job";
import type { RunningJob } from "@/lib/jobs/task-payloads";
import { createOrganisation } from "@/lib/organisations/create-organisation";

let organisationId: number;

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Cancel", admin: null })).organisationId;
});

async function queue(task = "train-model"): Promise<string> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ id: string }>("INSERT INTO job (organisation_id, task) VALUES ($1, $2) RETURNING id", [
      organisationId,
      task,
    ]),
  );
  return rows[0]!.id;
}

const member = () => systemMember(organisationId, "Ada");
const run = (jobId: string, handler: (job: RunningJob<"score-all">) => Promise<void>) =>
  runJob<"score-all">(handler, { organisationId, jobId, isLast: false, signal: new AbortController().signal });

/** Work that only ends when it is told to stop, and then fails as work does whose connection was taken away. */
async function untilStopped({ signal }: RunningJob<"score-all">, onStart: () => void): Promise<void> {
  onStart();
  await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped half-way"))));
}

describe("cancelJob", () => {
  it("stops a running job within a second or two, and it stays cancelled, with who did it", async () => {
    const jobId = await queue();
    let started = () => {};
    const isStarted = new Promise<void>((resolve) => {
      started = resolve;
    });
    const running = run(jobId, (job) => untilStopped(job, started));
    await isStarted;
    expect(await cancelJob(member(), jobId)).toMatchObject({ state: "cancelled", error: "Cancelled by Ada." });
    await running;
    expect(await readJob(member(), jobId)).toMatchObject({ state: "cancelled", error: "Cancelled by Ada." });
  });

  it("keeps a waiting job from ever being run", async () => {
    const jobId = await queue();
    await cancelJob(member(), jobId);
    let ran = false;
    await run(jobId, async () => {
      ran = true;
    });
    expect(ran).toBe(false);
  });

  it("stays cancelled when the handler had already finished its work", async () => {
    const jobId = await queue();
    await run(jobId, async () => void (await cancelJob(member(), jobId)));
    expect((await readJob(member(), jobId)).state).toBe("cancelled");
  });

  it("refuses what is over, what cannot be stopped half-way, and another organisation's", async () => {
    const jobId = await queue();
    await run(jobId, async () => {});
    await expect(cancelJob(member(), jobId)).rejects.toMatchObject({ code: "conflict", message: "This job is over." });
    const scores = await queue("score-all");
    await expect(cancelJob(member(), scores)).rejects.toMatchObject({ code: "conflict" });
    const other = (await createOrganisation({ name: "Other", admin: null })).organisationId;
    await expect(cancelJob(systemMember(other), jobId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is in the audit log", async () => {
    const jobId = await queue();
    await cancelJob(member(), jobId);
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query("SELECT actor_name, action FROM audit_entry WHERE subject = $1", [`job:${jobId}`]),
    );
    expect(rows).toEqual([{ actor_name: "Ada", action: "jobs.cancelled" }]);
  });
});

describe("followJob", () => {
  it("sends the state now, the changes, and ends with the job", async () => {
    const jobId = await queue();
    const stream = await followJob(member(), jobId, new AbortController().signal);
    const reading = new Response(stream).text();
    await run(jobId, async ({ report }) => report({ done: 3, total: 4, unit: "steps" }));
    const events = (await reading).split("\n\n").filter(Boolean);
    const states = events.map((event) => JSON.parse(event.replace(/^event: job\ndata: /, "")).state);
    expect(states[0]).toBe("queued");
    expect(states.at(-1)).toBe("succeeded");
  });

  it("ends when the reader hangs up", async () => {
    const reader = (await followJob(member(), await queue(), new AbortController().signal)).getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    expect((await reader.read()).done).toBe(true);
  });

  it("tells nothing of another organisation's job", async () => {
    const jobId = await queue();
    const other = (await createOrganisation({ name: "Others", admin: null })).organisationId;
    await expect(followJob(systemMember(other), jobId, new AbortController().signal)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
