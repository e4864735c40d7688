import { setTimeout as sleep } from "node:timers/promises";
import type { Member } from "@/lib/auth/member";
import { type JobView, readJob } from "./read-job";

const POLL_MS = 500;
const PING_MS = 15_000;
/** A connection is not kept longer; a browser opens the next one by itself. */
const LONGEST_MS = 30 * 60_000;

const OVER: ReadonlySet<string> = new Set(["succeeded", "failed", "cancelled"]);

/**
 * A job's states as server-sent events, each a JobView as JSON: the state now, every change, and the end, after which the
 * stream ends. A comment every 15 seconds keeps proxies from closing it.
 * @throws AppError not-found before anything is sent
 */
export async function followJob(
  member: Member,
  jobId: string,
  stopped: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const first = await readJob(member, jobId);
  const events = eventsOf({ first, read: () => readJob(member, jobId), stopped });
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await events.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await events.return(undefined);
    },
  });
}

type Following = Readonly<{ first: JobView; read: () => Promise<JobView>; stopped: AbortSignal }>;

async function* eventsOf({ first, read, stopped }: Following): AsyncGenerator<string, void, undefined> {
  let job = first;
  yield eventOf(job);
  let quietMs = 0;
  for (let livedMs = 0; livedMs < LONGEST_MS && !OVER.has(job.state) && !stopped.aborted; livedMs += POLL_MS) {
    await sleep(POLL_MS);
    const next = await read();
    const isNews = JSON.stringify(next) !== JSON.stringify(job);
    job = next;
    quietMs = isNews ? 0 : quietMs + POLL_MS;
    if (isNews) yield eventOf(job);
    else if (quietMs % PING_MS === 0) yield ": still here\n\n";
  }
}

function eventOf(job: JobView): string {
  return `event: job\ndata: ${JSON.stringify(job)}\n\n`;
}
