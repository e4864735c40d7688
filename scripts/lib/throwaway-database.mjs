import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataFolder } from "./data-folder.mjs";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { runningServer, stopServer } from "./postmaster.mjs";
import { countUsers } from "./server-users.mjs";

const PREFIX = "rekindle-throwaway-";

/**
 * Runs work on an embedded server of its own in a temporary folder, which is removed after.
 *
 * @template T
 * @param {(database: { url: string, path: string }) => Promise<T>} work
 * @param {{ throwaway?: boolean }} [options] Pass `throwaway: false` for the durability of production, as benchmarks do.
 * @returns {Promise<T>}
 */
export async function withThrowawayDatabase(work, { throwaway = true } = {}) {
  const database = await openThrowawayDatabase({ throwaway });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The same for work that does not fit in one function: `close` stops the server and removes the folder. */
export async function openThrowawayDatabase({ throwaway = true } = {}) {
  await sweepAbandoned();
  const path = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(path, 0o711); // root's server runs as another user, who has to pass through
  const remove = () => rmSync(path, { recursive: true, force: true });
  try {
    const folder = openDataFolder(join(path, "data"));
    const database = await openEmbeddedDatabase(folder, { throwaway });
    return {
      ...database,
      path: folder.path,
      folder,
      async close() {
        await database.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Ends the servers of runs that were killed, which would stay for ever, and removes their folders. */
async function sweepAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    const server = runningServer(join(path, "data", "postgres"));
    if (server === undefined || countUsers(join(path, "data", "users")) > 0) continue;
    await stopServer(server);
    rmSync(path, { recursive: true, force: true });
  }
}
