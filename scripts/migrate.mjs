import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LaunchFailure } from "./lib/launch-failure.mjs";
import { ROOT } from "./lib/paths.mjs";
import { say } from "./lib/steps.mjs";

/** Any number will do, as long as every release uses it. */
const MIGRATION_LOCK = 7_465_412_009;

/**
 * Brings a database to the schema of this release: our migrations, then those of graphile-worker. Processes that do it
 * at the same moment wait for each other. A migration is one transaction, its note in `_prisma_migrations` included, so
 * one that was interrupted has left nothing and simply runs again.
 *
 * @param {string} databaseUrl The owner's address.
 * @param {{ folder?: string, log?: (line: string) => void }} [options] `folder` holds the migrations.
 * @returns {Promise<string[]>} the names of what was applied.
 * @throws LaunchFailure when a newer release has migrated the database, or a migration fails.
 */
export async function migrate(databaseUrl, { folder = join(ROOT, "prisma", "migrations"), log = () => {} } = {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if (await isCurrent(client, folder)) return [];
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    if (await isCurrent(client, folder)) return []; // another process was faster
    log("Migrating the database …");
    const applied = await applyOwn(client, databaseUrl, folder);
    if (await isJobSchemaBehind(client)) {
      const { runMigrations } = await import("graphile-worker");
      await runMigrations({ connectionString: databaseUrl, logger: await quietLogger() });
      applied.push("graphile-worker");
    }
    log(`Migrating the database: applied ${applied.join(", ")}`);
    return applied;
  } finally {
    await client.end();
  }
}

async function isCurrent(client, folder) {
  const wanted = readChecksums(folder);
  const noted = await readNoted(client);
  refuseNewer(noted, wanted);
  const isOwnCurrent = [...wanted].every(
    ([name, checksum]) => noted.get(name)?.checksum === checksum && noted.get(name).finished,
  );
  return isOwnCurrent && !(await isJobSchemaBehind(client));
}

async function applyOwn(client, databaseUrl, folder) {
  const unfinished = [...(await readNoted(client))].filter(([, note]) => !note.finished);
  if (unfinished.length > 0) {
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );
  }
  const { openSchemaEngine } = await import("./lib/schema-engine.mjs");
  const engine = await openSchemaEngine(databaseUrl);
  try {
    return await engine.apply(folder);
  } catch (cause) {
    throw new LaunchFailure(
      `The database could not be migrated, nothing of the failed step was kept: ${cause.message}`,
      { cause },
    );
  } finally {
    await engine.close();
  }
}

/** The migrations that the database says it began, by name; rolled back ones left out. */
async function readNoted(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (tables[0].name === null) return new Map();
  const { rows } = await client.query(
    "SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function refuseNewer(noted, wanted) {
  const unknown = [...noted.keys()].filter((name) => !wanted.has(name));
  if (unknown.length === 0) return;
  throw new LaunchFailure(
    `The database is of a newer release of Rekindle (it has the migration ${unknown[0]}, which this one does not know): ` +
      "start that release, or restore a backup made by this one into a new DATA_DIR.",
  );
}

function readChecksums(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    names.map(({ name }) => {
      const script = readFileSync(join(folder, name, "migration.sql"));
      return [name, createHash("sha256").update(script).digest("hex")];
    }),
  );
}

async function isJobSchemaBehind(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('graphile_worker.migrations') AS name");
  if (tables[0].name === null) return true;
  const { rows } = await client.query("SELECT max(id) AS newest FROM graphile_worker.migrations");
  const scripts = readdirSync(join(ROOT, "node_modules", "graphile-worker", "sql"));
  return rows[0].newest < Math.max(...scripts.map((name) => Number.parseInt(name, 10) || 0));
}

async function quietLogger() {
  const { Logger } = await import("graphile-worker");
  return new Logger(() => () => {});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new LaunchFailure("Set DATABASE_URL, or use npm run migrate, which starts the database.");
  await migrate(databaseUrl, { log: say });
  process.exit(0); // the engine leaves a timer of ten seconds behind
}
