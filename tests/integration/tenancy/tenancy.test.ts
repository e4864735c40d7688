import { beforeAll, describe, expect, it } from "vitest";
import { appPool, systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";

/** Tables without a tenant. A new one has to be argued here before it can exist. */
const GLOBAL_TABLES = ["account", "instance_fact", "organisation", "rate_limit", "session", "user", "verification"];

const tenantTables = await listTables(true);
let ours = 0;
let theirs = 0;

beforeAll(async () => {
  ours = (await createOrganisation({ name: "Ours", admin: null })).organisationId;
  theirs = (await createOrganisation({ name: "Theirs", admin: null })).organisationId;
  for (const organisationId of [ours, theirs]) await fillEveryTable(organisationId);
});

describe("the catalogue", () => {
  it("knows no table without a tenant but the argued ones", async () => {
    expect(await listTables(false)).toEqual(GLOBAL_TABLES);
    expect(tenantTables.length).toBeGreaterThan(15);
  });

  it.each(["organisation", ...tenantTables])("walls %s by forced row-level security with a policy", async (table) => {
    const { rows } = await systemPool().query(
      `SELECT relrowsecurity AS enabled, relforcerowsecurity AS forced,
         (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies
       FROM pg_class c WHERE oid = ('public.' || quote_ident($1))::regclass`,
      [table],
    );
    expect(rows[0]).toMatchObject({ enabled: true, forced: true });
    expect(rows[0].policies).toBeGreaterThan(0);
  });

  it.each(tenantTables)("has the organisation first in the primary key of %s", async (table) => {
    const { rows } = await systemPool().query(
      `SELECT a.attname AS first FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = ('public.' || quote_ident($1))::regclass AND i.indisprimary`,
      [table],
    );
    expect(rows).toEqual([{ first: "organisation_id" }]);
  });
});

describe("the role the application works under", () => {
  it("is what the application's connections have", async () => {
    const { rows } = await appPool().query("SELECT current_user AS role");
    expect(rows).toEqual([{ role: "rekindle_app" }]);
  });

  it("cannot log in, is no superuser, bypasses nothing and belongs to no other role", async () => {
    const { rows } = await systemPool().query(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname = 'rekindle_app'`,
    );
    expect(rows[0]).toEqual({
      rolcanlogin: false,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      memberships: 0,
    });
  });

  it("owns nothing", async () => {
    const { rows } = await systemPool().query(
      `SELECT relname AS name FROM pg_class WHERE relowner = 'rekindle_app'::regrole
       UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'rekindle_app'::regrole
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'rekindle_app'::regrole`,
    );
    expect(rows).toEqual([]);
  });

  it("can neither change the schema nor turn the wall off", async () => {
    for (const statement of ["CREATE TABLE mine (id int)", "ALTER TABLE customer DISABLE ROW LEVEL SECURITY"]) {
      await expect(withTenantClient(ours, (client) => client.query(statement))).rejects.toThrow(/permission|owner/);
    }
  });

  it("cannot queue work for another organisation", async () => {
    const queue = (id: number) =>
      withTenantClient(ours, (client) => client.query("SELECT enqueue_job($1, 'score-all', '{}')", [id]));
    await expect(queue(theirs)).rejects.toThrow("not the current one");
    await expect(queue(ours)).resolves.toBeDefined();
  });
});

describe.each(tenantTables)("a row of another organisation in %s", (table) => {
  it("exists, and is seen by its own organisation alone", async () => {
    expect(await countOf(table, { as: theirs, of: theirs })).toBeGreaterThan(0);
    expect(await countOf(table, { as: ours, of: theirs })).toBe(0);
    expect(await countOf(table, { as: ours })).toBe(await countOf(table, { as: ours, of: ours }));
  });

  it("is seen by no one without an organisation", async () => {
    const { rows } = await appPool().query(`SELECT count(*)::int AS count FROM "${table}"`);
    expect(rows[0].count).toBe(0);
  });

  it("cannot be changed, deleted, added, or be made of one of ours", async () => {
    const run = (text: string) => withTenantClient(ours, (client) => client.query(text, [theirs]));
    const change = await run(`UPDATE "${table}" SET organisation_id = organisation_id WHERE organisation_id = $1`);
    expect(change.rowCount).toBe(0);
    expect((await run(`DELETE FROM "${table}" WHERE organisation_id = $1`)).rowCount).toBe(0);
    await expect(run(`UPDATE "${table}" SET organisation_id = $1`)).rejects.toThrow("row-level security");
    await expect(withTenantClient(ours, (client) => insertRow(client, table, theirs))).rejects.toThrow(
      "row-level security",
    );
    expect(await countOf(table, { as: theirs, of: theirs })).toBeGreaterThan(0);
  });
});

describe("a person's own memberships", () => {
  it("are seen under her user id, for reading alone, and no one else's", async () => {
    const client = await appPool().connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('app.user', 'user-of-' || $1, true)", [String(theirs)]);
      const { rows } = await client.query("SELECT organisation_id FROM member");
      expect(rows).toEqual([{ organisation_id: theirs }]);
      expect((await client.query("UPDATE member SET role = 'admin'")).rowCount).toBe(0);
      expect((await client.query("DELETE FROM member")).rowCount).toBe(0);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});

type Queryable = Readonly<{
  query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
}>;

async function listTables(withTenant: boolean): Promise<string[]> {
  const { rows } = await systemPool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables t
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%'
       AND $1 = EXISTS (SELECT FROM information_schema.columns c
         WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'organisation_id')
     ORDER BY table_name COLLATE "C"`,
    [withTenant],
  );
  return rows.map((row) => row.name);
}

async function countOf(table: string, { as, of }: { as: number; of?: number }): Promise<number> {
  const { rows } = await withTenantClient(as, (client) =>
    client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "${table}" WHERE $1::int IS NULL OR organisation_id = $1`,
      [of ?? null],
    ),
  );
  return rows[0]?.count ?? -1;
}

/** One row in every tenant table, parents first: a table whose parent is still empty waits for the next round. */
async function fillEveryTable(organisationId: number): Promise<void> {
  let waiting = tenantTables;
  for (let round = 0; round < 5 && waiting.length > 0; round++) {
    const failed: string[] = [];
    for (const table of waiting) {
      const insert = withTenantClient(organisationId, (client) => insertRow(client, table, organisationId));
      await insert.catch((error: Error) => {
        if (!/foreign key|duplicate key/.test(error.message)) throw error;
        if (/foreign key/.test(error.message)) failed.push(table);
      });
    }
    waiting = failed;
  }
  expect(waiting).toEqual([]);
}

/** A row made from the catalogue alone, so that a table which comes later is covered without a change here. */
async function insertRow(client: Queryable, table: string, organisationId: number): Promise<void> {
  const { rows: columns } = await client.query(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const values = columns.map(({ name, type }) => {
    if (name === "organisation_id") return String(organisationId);
    if (name === "user_id") return `'user-of-${organisationId}'`;
    if (String(type).startsWith("_")) return "'{}'";
    if (/^(int|float|numeric)/.test(String(type))) return "900";
    const byType: Record<string, string> = {
      timestamptz: "now()",
      date: "now()",
      bool: "false",
      uuid: "gen_random_uuid()",
    };
    return byType[String(type)] ?? (String(type).startsWith("json") ? "'{}'" : "'x'");
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  await client.query(`INSERT INTO "${table}" (${names}) VALUES (${values.join(", ")})`);
}
