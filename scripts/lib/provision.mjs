import { SUPERUSER } from "./cluster.mjs";

const OWNER = "rekindle";
const DATABASE = "rekindle";

/** The address of the app's database on the embedded server, as its owner. */
export function ownerUrl(folder, port) {
  return `postgresql://${OWNER}:${folder.secrets.ownerPassword}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * Makes sure that the app's database and its owner are there. The owner is no superuser, so that row-level security
 * holds here as it does on a managed database; it may make roles, for the migrations. It may log in only once all is
 * done, so an interrupted first start is simply finished by the next one.
 *
 * @param {boolean} [options.mayMakeDatabases] For tests, which make a database each.
 */
export async function provision(folder, port, { mayMakeDatabases = false } = {}) {
  const { default: pg } = await import("pg");
  const owner = await tryOwner(pg, folder, port);
  if (owner === "ready") return;
  await asSuperuser(pg, { folder, port, database: "postgres" }, async (client) => {
    const { rows: roles } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [OWNER]);
    const flags = `NOLOGIN CREATEROLE ${mayMakeDatabases ? "CREATEDB" : "NOCREATEDB"}`;
    const password = client.escapeLiteral(folder.secrets.ownerPassword);
    await client.query(`${roles.length ? "ALTER" : "CREATE"} ROLE ${OWNER} ${flags} PASSWORD ${password}`);
    const { rows: databases } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (databases.length === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
  await asSuperuser(pg, { folder, port, database: DATABASE }, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'");
    if (rows.length) await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await client.query(`ALTER ROLE ${OWNER} LOGIN`);
  });
}

async function tryOwner(pg, folder, port) {
  const client = new pg.Client({ connectionString: ownerUrl(folder, port), connectionTimeoutMillis: 20_000 });
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    // 28P01 and 28000: no such role, or one that may not log in yet; 3D000: no such database.
    if (["28P01", "28000", "3D000"].includes(error.code)) return "missing";
    throw error;
  } finally {
    await client.end().catch(() => {}); // it may never have connected
  }
}

async function asSuperuser(pg, { folder, port, database }, work) {
  const { superuserPassword: password } = folder.secrets;
  const client = new pg.Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
