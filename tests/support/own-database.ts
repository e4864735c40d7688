import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { closePools } from "@/lib/db/pool";
import { dropDatabase } from "./drop-database";
import { databaseUrl, onTestServer, TEMPLATE_DATABASE } from "./template-database";

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
  await onTestServer((client) => dropDatabase(client, name));
});
