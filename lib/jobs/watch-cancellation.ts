import { withTenantClient } from "@/lib/db/with-tenant-client";
import { log } from "@/lib/log";

const POLL_MS = 1_000;

/** A signal that a running job was cancelled, and how to stop looking for it. */
export type CancellationWatch = Readonly<{ signal: AbortSignal; stop: () => void }>;

/** Looks every second whether somebody cancelled a running job. Costs nothing for jobs that are over sooner. */
export function watchCancellation(organisationId: number, jobId: string): CancellationWatch {
  const controller = new AbortController();
  const look = async () => {
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query<{ state: string }>("SELECT state FROM job WHERE organisation_id = $1 AND id = $2", [
        organisationId,
        jobId,
      ]),
    );
    if (rows[0]?.state !== "running") controller.abort();
  };
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error) => log().warn({ err: error, jobId }, "could not look whether the job was cancelled"))
      .finally(() => {
        isLooking = false;
      });
  }, POLL_MS);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}
