import { layBallast } from "./ballast.mjs";
import { prepareCluster } from "./cluster.mjs";
import { whileHolding } from "./exclusive-file.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { poll } from "./poll.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { runningServer, stopServer } from "./postmaster.mjs";
import { isSameProcess } from "./processes.mjs";
import { ownerUrl, provision } from "./provision.mjs";
import { serverUser } from "./server-user.mjs";
import { countUsers, joinUsers, leaveUsers } from "./server-users.mjs";
import { startServer } from "./start-server.mjs";
import { say } from "./steps.mjs";

const LOOK_EVERY_MS = 300;
const MOST_RESTARTS_A_MINUTE = 5;

/**
 * Opens the embedded database of a data folder: joins the server that runs on it (another launcher's, or one that a
 * killed launcher left), or starts it. While open, a server that dies is started again on the same port.
 *
 * @param {ReturnType<typeof import("./data-folder.mjs").openDataFolder>} folder
 * @param {{ throwaway?: boolean, onLost?: (error: Error) => void }} [options] `throwaway` trades durability for speed and
 *   lets the owner make databases; `onLost` hears when the server is gone for good.
 * @returns {Promise<{ url: string, noteChild: (pid: number) => void, close: () => Promise<void> }>} `close` stops the
 *   server unless another process uses it.
 */
export async function openEmbeddedDatabase(folder, { throwaway = false, onLost = () => {} } = {}) {
  const user = serverUser();
  const binaries = postgresBinaries(user);
  let server;
  let watch;

  await whileHolding(folder.serverLock, async () => {
    const cluster = await prepareCluster(folder, { user, binaries });
    joinUsers(folder.users);
    server = await joinOrStart({ folder, cluster, user, binaries, throwaway });
    await provision(folder, server.port, { mayMakeDatabases: throwaway });
    watch = watchServer({ folder, cluster, user, binaries, throwaway }, server, onLost);
  }).catch((error) => {
    leaveUsers(folder.users);
    throw error;
  });

  return {
    url: ownerUrl(folder, server.port),
    noteChild: (pid) => joinUsers(folder.users, pid),
    async close() {
      await watch.stop();
      await whileHolding(folder.serverLock, async () => {
        leaveUsers(folder.users);
        const running = runningServer(folder.cluster);
        if (running && countUsers(folder.users) === 0) await stopServer(running);
      });
    },
  };
}

async function joinOrStart(place) {
  const found = runningServer(place.cluster);
  if (found?.status === "stopping") await poll(() => !isSameProcess(found), { timeoutMs: 60_000 });
  else if (found) {
    const ready = await poll(() => readyOrGone(place.cluster), { timeoutMs: 60_000 });
    if (typeof ready === "object") return ready;
  }
  const left = runningServer(place.cluster);
  if (left) await stopServer(left);
  const server = await startServer({ ...place, port: found?.port });
  if (!place.throwaway) layBallast(place.folder.ballast);
  return server;
}

function readyOrGone(cluster) {
  const server = runningServer(cluster);
  if (server === undefined) return "gone";
  return server.status === "ready" ? server : undefined;
}

/** Looks after the server until stopped. Restarts are under the server lock, so of several launchers one restarts. */
function watchServer(place, first, onLost) {
  let server = first;
  let isStopped = false;
  let restarts = [];
  let work = Promise.resolve();

  async function look() {
    if (isStopped || isSameProcess(server)) return;
    restarts = [...restarts.filter((at) => performance.now() - at < 60_000), performance.now()];
    if (restarts.length > MOST_RESTARTS_A_MINUTE) {
      throw new LaunchFailure(`The database stopped ${restarts.length} times in a minute: see ${place.folder.log}.`);
    }
    await whileHolding(place.folder.serverLock, async () => {
      const other = runningServer(place.cluster);
      if (other?.port === first.port && other.status === "ready") server = other;
      else server = await startServer({ ...place, port: first.port, mayMove: false });
    });
    say(`The database had stopped unexpectedly and runs again (${place.folder.log} says more).`);
  }

  const timer = setInterval(() => {
    work = work.then(look).catch((error) => {
      if (isStopped) return;
      isStopped = true;
      onLost(error);
    });
  }, LOOK_EVERY_MS);

  return {
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await work;
    },
  };
}
