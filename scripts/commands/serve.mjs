import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../lib/build.mjs";
import { commandEnvironment, dataDir, listenAddress } from "../lib/command-environment.mjs";
import { openDataFolder } from "../lib/data-folder.mjs";
import { readNote, releaseFile, replaceNote, takeFile } from "../lib/exclusive-file.mjs";
import { tryPort } from "../lib/free-port.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { wasInterrupted } from "../lib/interruption.mjs";
import { LaunchFailure } from "../lib/launch-failure.mjs";
import { openDatabase } from "../lib/open-database.mjs";
import { endLeftover, identify } from "../lib/processes.mjs";
import { seedDemo } from "../lib/seed-demo.mjs";
import { say } from "../lib/steps.mjs";
import { startWeb } from "../lib/web-server.mjs";

/**
 * `npm start` and `npm run demo`: the web application with its worker, until it is told to stop.
 *
 * @param {"start" | "demo"} mode
 * @returns {Promise<number>} the exit code: 0 when it was asked to stop.
 */
export async function serve(mode) {
  const isDemo = mode === "demo";
  const listen = listenAddress();
  if (isDemo) refuseOpenDemo(listen.host);
  const folder = openDataFolder(dataDir(isDemo ? ".data/demo" : ".data"));
  await becomeLauncher(folder, mode, listen);
  try {
    await refuseTakenPort(listen);
    await ensureInstalled();
    await ensureBuilt();
    return await serveDatabase({ folder, listen, isDemo });
  } catch (error) {
    if (wasInterrupted() === undefined) throw error;
    return 0;
  } finally {
    releaseFile(folder.launcherLock);
  }
}

async function serveDatabase({ folder, listen, isDemo }) {
  let web;
  let lost;
  const onLost = (error) => {
    lost = error;
    web?.stop();
  };
  if (isDemo && process.env.DATABASE_URL) say("The demo keeps to a database of its own: DATABASE_URL is not used.");
  const database = await openDatabase(folder, { ignoreUrl: isDemo, onLost });
  try {
    const env = webEnvironment({ folder, url: database.url, listen, isDemo });
    if (isDemo) await seedOnce(folder, env);
    web = startWeb({ env, listen, log: isDemo ? join(folder.path, "web.log") : undefined });
    database.noteChild(web.pid);
    replaceNote(folder.launcherLock, { ...readNote(folder.launcherLock), child: identify(web.pid) });
    await web.ready;
    if (!web.isStopping()) process.stdout.write(`Rekindle is ready on ${listen.address}\n`);
    await web.ended;
    if (lost) throw lost;
    return 0;
  } finally {
    web?.stop();
    await web?.ended.catch(() => {}); // thrown above already
    await database.close();
  }
}

async function becomeLauncher(folder, mode, { address }) {
  const lock = takeFile(folder.launcherLock, { mode, address });
  if (lock.taken) {
    await endLeftover(lock.previous?.child); // the web server of a launcher that was killed
    return;
  }
  const { pid, mode: otherMode, address: otherAddress } = lock.holder;
  throw new LaunchFailure(
    `Rekindle already runs on ${folder.path} (${otherMode} as process ${pid}, ${otherAddress}): stop that one first, or ` +
      "set DATA_DIR and PORT for a second one.",
  );
}

function refuseOpenDemo(host) {
  if (host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host)) return;
  throw new LaunchFailure(
    `The demo shows how to sign in, so it listens on this machine only: leave HOST out (it is ${host}).`,
  );
}

async function refuseTakenPort({ host, port }) {
  try {
    await tryPort(port, host);
  } catch (cause) {
    const sentences = {
      EADDRINUSE: `Port ${port} on ${host} is taken by another program: set PORT to a free one, as in PORT=${port + 1}.`,
      EACCES: `This user may not listen on port ${port}: set PORT to one above 1023.`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
    };
    throw new LaunchFailure(sentences[cause.code] ?? `Cannot listen on ${host}, port ${port}: ${cause.message}`, {
      cause,
    });
  }
}

function webEnvironment({ folder, url, listen, isDemo }) {
  return commandEnvironment(
    { folder, url },
    {
      NODE_ENV: "production",
      PORT: String(listen.port),
      HOST: listen.host,
      BASE_URL: process.env.BASE_URL || listen.address,
      REKINDLE_DEMO: isDemo ? "1" : "0",
    },
  );
}

async function seedOnce(folder, env) {
  const stamp = join(folder.path, "demo-is-seeded");
  if (existsSync(stamp)) return;
  await seedDemo(env);
  writeFileSync(stamp, "");
}
