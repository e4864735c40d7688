import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ensureSetupToken } from "@/lib/organisations/ensure-setup-token";
import { startWorker } from "./start-worker";

/** What the web process does once before it serves: take up background work, and open the set-up page on first run. */
export async function onServerStart(): Promise<void> {
  const stop = await startWorker();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().catch((error) => log().warn({ err: error }, "the worker did not stop cleanly"));
    });
  }
  const token = await ensureSetupToken();
  if (token !== null) console.error(`Set up Rekindle here, once: ${env().BASE_URL}/setup?token=${token}`);
}
