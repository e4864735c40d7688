import { join } from "node:path";
import { ensureBuilt } from "../lib/build.mjs";
import { findChromium } from "../lib/chromium.mjs";
import { commandEnvironment } from "../lib/command-environment.mjs";
import { tryPort } from "../lib/free-port.mjs";
import { IMPORT_FLAGS } from "../lib/import-flags.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { runAttached } from "../lib/run-attached.mjs";
import { seedDemo } from "../lib/seed-demo.mjs";
import { say } from "../lib/steps.mjs";
import { withThrowawayDatabase } from "../lib/throwaway-database.mjs";
import { startWeb } from "../lib/web-server.mjs";
import { migrate } from "../migrate.mjs";

/** Benchmarks that go through the web application, as it is built and started in production. */
const OVER_HTTP = new Set(["ingest", "leaderboard", "web"]);

/** `npm run bench`: on an embedded server of its own with the durability of production, removed after. */
export async function runBench(args) {
  await ensureInstalled();
  const [name] = args;
  const line = [process.execPath, "--import", "tsx", join("scripts", "cli", "bench.ts"), ...args];
  if (args.includes("--help") || args.includes("-h")) return runAttached(line, { env: process.env });
  if (OVER_HTTP.has(name)) await ensureBuilt();
  const browser = name === "web" ? await browserArguments() : [];
  return withThrowawayDatabase(
    async (database) => {
      await migrate(database.url, { log: say });
      const env = commandEnvironment(database, { NODE_ENV: "production", REKINDLE_DEMO: name === "web" ? "1" : "0" });
      if (name === "web") await seedDemo(env);
      const run = (more) => runAttached([...line, ...more], { env, onStart: (child) => database.noteChild(child.pid) });
      if (OVER_HTTP.has(name)) return withWeb(database, env, (address) => run(["--address", address, ...browser]));
      return run(name === "import" ? [`--flags=${IMPORT_FLAGS.join(" ")}`] : []);
    },
    { throwaway: false },
  );
}

/** Where the browser is, and on which port it can be told what to do. */
async function browserArguments() {
  return ["--chromium", await findChromium(), "--debug-port", String(await tryPort(0))];
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
