import { migrate } from "../migrate.mjs";
import { openEmbeddedDatabase } from "./embedded-database.mjs";
import { refuseWhenInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { poll } from "./poll.mjs";
import { say } from "./steps.mjs";

const LONGEST_WAIT_MS = 15_000;

/**
 * Opens the database of a command, embedded or the one of DATABASE_URL, at the schema of this release.
 *
 * @param {ReturnType<typeof import("./data-folder.mjs").openDataFolder>} folder
 * @param {{ ignoreUrl?: boolean, onLost?: (error: Error) => void }} [options]
 * @returns {Promise<{ url: string, noteChild: (pid: number) => void, close: () => Promise<void> }>}
 */
export async function openDatabase(folder, { ignoreUrl = false, onLost } = {}) {
  refuseWhenInterrupted();
  const isOutside = Boolean(process.env.DATABASE_URL) && !ignoreUrl;
  const database = isOutside
    ? await reachOutside(process.env.DATABASE_URL)
    : await openEmbeddedDatabase(folder, { onLost });
  try {
    refuseWhenInterrupted();
    await migrate(database.url, { log: say });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function reachOutside(url) {
  const { default: pg } = await import("pg");
  let problem;
  const isReached = await poll(
    async () => {
      refuseWhenInterrupted();
      problem = await tryConnect(pg, url);
      return problem === undefined;
    },
    { timeoutMs: LONGEST_WAIT_MS, everyMs: 500 },
  );
  if (!isReached) throw new LaunchFailure(`The database of DATABASE_URL does not answer: ${problem}.`);
  return { url, noteChild() {}, async close() {} };
}

/** What is wrong, without the address: it may hold a password. */
async function tryConnect(pg, url) {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new LaunchFailure("DATABASE_URL must be a postgresql:// address.");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error.message || error.code || error.errors?.[0]?.message;
  } finally {
    await client.end().catch(() => {}); // it may never have connected
  }
}
