import { join } from "node:path";
import { commandEnvironment } from "../lib/command-environment.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { runAttached } from "../lib/run-attached.mjs";
import { say } from "../lib/steps.mjs";
import { withThrowawayDatabase } from "../lib/throwaway-database.mjs";
import { migrate } from "../migrate.mjs";

/** `npm run bench`: on an embedded server of its own with the durability of production, removed after. */
export async function runBench(args) {
  await ensureInstalled();
  const line = [process.execPath, "--import", "tsx", join("scripts", "cli", "bench.ts"), ...args];
  if (args.includes("--help") || args.includes("-h")) return runAttached(line, { env: process.env });
  return withThrowawayDatabase(
    async (database) => {
      await migrate(database.url, { log: say });
      const env = commandEnvironment(database, { NODE_ENV: "production" });
      return runAttached(line, { env, onStart: (child) => database.noteChild(child.pid) });
    },
    { throwaway: false },
  );
}
