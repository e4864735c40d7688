import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const NO_FILTERS = { externalTables: [], externalEnums: [] };
const NOTE_AS_DONE = `UPDATE "_prisma_migrations" SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`;
const INTERNAL_CHAR_OID = 18;
const TEXT_OID = 25;
/** ColumnTypeEnum.Character of @prisma/driver-adapter-utils. */
const CHARACTER_COLUMN = 6;

let instantiated;

/**
 * Opens Prisma's schema engine as WebAssembly on one database. The Prisma CLI would download a native engine first,
 * which a closed network does not allow; this one comes from npm and keeps `_prisma_migrations` as the CLI does.
 *
 * @param {string} databaseUrl
 * @returns {Promise<{
 *   apply: (migrationsFolder: string) => Promise<string[]>,
 *   diffToSchema: (schema: string) => Promise<string>,
 *   close: () => Promise<void>,
 * }>} `diffToSchema` gives the SQL that takes the database to the text of a schema.prisma.
 */
export async function openSchemaEngine(databaseUrl) {
  const [{ default: pg }, { bindMigrationAwareSqlAdapterFactory }, { PrismaPg }, SchemaEngine] = await Promise.all([
    import("pg"),
    import("@prisma/driver-adapter-utils"),
    import("@prisma/adapter-pg"),
    instantiateEngine(),
  ]);
  const migrationScripts = new Set();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, allowExitOnIdle: true });
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(new PrismaPg(pool), migrationScripts));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);

  return {
    async apply(migrationsFolder) {
      const migrationsList = readMigrations(migrationsFolder);
      for (const { migrationFile } of migrationsList.migrationDirectories) {
        migrationScripts.add(migrationFile.content.value);
      }
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return appliedMigrationNames;
    },
    async diffToSchema(schema) {
      const files = [{ path: "schema.prisma", content: schema }];
      const from = { tag: "schemaDatasource", files, configDir: "." };
      const to = { tag: "schemaDatamodel", files };
      const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTERS });
      return stdout ?? "";
    },
    close: () => pool.end(),
  };
}

function readMigrations(migrationsFolder) {
  const names = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = names.map((name) => {
    const value = readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8");
    return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
  });
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: migrationsFolder, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/**
 * Mends two things of @prisma/adapter-pg that hurt migrations: it cuts a script at every semicolon, also inside
 * functions and strings, and runs the pieces outside a transaction (here the server gets the script whole, as one
 * implicit transaction, with the note that the migration is done, so that a crash leaves both or neither); and it refuses the internal type "char", which the engine reads when it describes a schema.
 */
function migrationAdapter(factory, migrationScripts) {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      const pool = adapter.underlyingDriver();
      adapter.executeScript = async (script) => {
        await pool.query(migrationScripts.has(script) ? `${script}\n;${NOTE_AS_DONE}` : script);
      };
      adapter.queryRaw = (query) => queryWithInternalChars(adapter, query);
      return adapter;
    },
  };
}

async function queryWithInternalChars(adapter, query) {
  const columns = [];
  const call = Object.create(adapter, {
    performIO: {
      async value(request) {
        const result = await adapter.performIO(request);
        result.fields.forEach((field, column) => {
          if (field.dataTypeID !== INTERNAL_CHAR_OID) return;
          columns.push(column);
          field.dataTypeID = TEXT_OID;
        });
        return result;
      },
    },
  });
  const result = await Object.getPrototypeOf(adapter).queryRaw.call(call, query);
  for (const column of columns) result.columnTypes[column] = CHARACTER_COLUMN;
  return result;
}

/** The module keeps one engine's memory for the whole process. */
function instantiateEngine() {
  instantiated ??= instantiate();
  return instantiated;
}

async function instantiate() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      process.stderr.write(`The schema engine failed: ${message}\n`);
    },
  };
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(glueFile, "..", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}
