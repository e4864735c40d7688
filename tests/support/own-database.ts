import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, DatabaseError } from "pg";
import { afterAll } from "vitest";
import { closePools } from "@/lib/db/pool";
import { databaseUrl, onTestServer, TEMPLATE_DATABASE } from "./template-database";

/** PostgreSQL's code for an object that somebody uses. */
const IN_USE = "55006";

// Vitest set-up file: every integration test file works on a database of its own, copied from the migrated template.
const name = `rekindle_test_${process.pid}_${randomBytes(4).toString("hex")}`;
await onTestServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`));
process.env.DATABASE_URL = databaseUrl(name);
process.env.BETTER_AUTH_SECRET ??= randomBytes(32).toString("hex");
process.env.DATA_DIR = join(tmpdir(), name);
// Vite puts its own "/" there.
process.env.BASE_URL = "http://127.0.0.1:3000";

afterAll(async () => {
  await closePools();
  await onTestServer(dropDatabase);
});

/** Force is for connections that a test left open: it may not end the server's own vacuum, which gives way without it. */
async function dropDatabase(client: Client): Promise<void> {
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== IN_USE) throw error;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}
