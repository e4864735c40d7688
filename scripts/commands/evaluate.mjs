import { join } from "node:path";
import { ensureInstalled } from "../lib/install.mjs";
import { runAttached } from "../lib/run-attached.mjs";

/** `npm run evaluate`: works on files alone, so that no database is started for it. */
export async function runEvaluate(args) {
  await ensureInstalled();
  const line = [process.execPath, "--import", "tsx", join("scripts", "cli", "evaluate.ts"), ...args];
  return runAttached(line, { env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() } });
}
