import { join } from "node:path";
import { ensureBuilt } from "../lib/build.mjs";
import { commandEnvironment } from "../lib/command-environment.mjs";
import { tryPort } from "../lib/free-port.mjs";
import { IMPORT_FLAGS } from "../lib/import-flags.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { runAttached } from "../lib/run-attached.mjs";
import { say } from "../lib/steps.mjs";
import { withThrowawayDatabase } from "../lib/throwaway-database.mjs";
import { startWeb } from "../lib/web-server.mjs";
import { migrate } from "../migrate.mjs";

/** Benchmarks that go through the web application, as it is built and started in production. */
const OVER_HTTP = new Set(["ingest", "leaderboard"]);

/** `npm run bench`: on an embedded server of its own with the durability of production, removed after. */
export async function runBench(args) {
  await ensureInstalled();
  const line = [process.execPath, "--import", "tsx", join("scripts", "cli", "bench.ts"), ...args];
  if (args.includes("--help") || args.includes("-h")) return runAttached(line, { env: process.env });
  const isOverHttp = OVER_HTTP.has(args[0]);
  if (isOverHttp) await ensureBuilt();
  return withThrowawayDatabase(
    async (database) => {
      await migrate(database.url, { log: say });
      const env = commandEnvironment(database, { NODE_ENV: "production" });
      const run = (more) => runAttached([...line, ...more], { env, onStart: (child) => database.noteChild(child.pid) });
      return isOverHttp
        ? withWeb(database, env, (address) => run(["--address", address]))
        : run(args[0] === "import" ? [`--flags=${IMPORT_FLAGS.join(" ")}`] : []);
    },
    { throwaway: false },
  );
}

/** Starts the web server on a free port for as long as the work takes. */
async function withWeb(database, env, work) {
  const port = await tryPort(0);
  const listen = { host: "127.0.0.1", port, address: `http://127.0.0.1:${port}` };
  const log = join(database.path, "web.log");
  const web = startWeb({ env: { ...env, BASE_URL: listen.address }, listen, log });
  try {
    await web.ready;
    return await work(listen.address);
  } finally {
    web.stop();
    await web.ended;
  }
}
