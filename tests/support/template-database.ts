import { execFileSync } from "node:child_process";
import { Client } from "pg";
import { dropDatabase } from "./drop-database";

/** Database that every integration test file gets a copy of. */
export const TEMPLATE_DATABASE = "rekindle_test_template";

/** The server for tests, as a role that may create databases. `npm test` starts one; a developer may point to any other. */
export function testServerUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_DATABASE_URL is not set. Run the tests by `npm test`, or name a PostgreSQL server.");
  return url;
}

export function databaseUrl(name: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  return url.href;
}

export async function onTestServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Vitest global set-up: one migrated template, dropped with the last test. */
export default async function setup() {
  await onTestServer(async (client) => {
    await dropDatabase(client, TEMPLATE_DATABASE);
    await client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`);
  });
  execFileSync(process.execPath, ["scripts/migrate.mjs"], {
    env: { ...process.env, DATABASE_URL: databaseUrl(TEMPLATE_DATABASE) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return () => onTestServer((client) => dropDatabase(client, TEMPLATE_DATABASE));
}
