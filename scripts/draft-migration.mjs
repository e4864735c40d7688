import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { LaunchFailure } from "./lib/launch-failure.mjs";
import { ROOT } from "./lib/paths.mjs";
import { withThrowawayDatabase } from "./lib/throwaway-database.mjs";

/**
 * Developer's tool: `node scripts/draft-migration.mjs <name>` writes the SQL that leads from the migrations so far to
 * prisma/schema.prisma as a new migration, to be read and completed by hand. It changes no database of yours.
 */
async function draftMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
    throw new LaunchFailure(
      "Give the migration a name in small letters, as in: node scripts/draft-migration.mjs add_offers",
    );
  }
  await ensureInstalled();
  const migrations = join(ROOT, "prisma", "migrations");
  mkdirSync(migrations, { recursive: true });
  writeFileSync(join(migrations, "migration_lock.toml"), 'provider = "postgresql"\n');
  const sql = await withThrowawayDatabase(async ({ url }) => {
    const { openSchemaEngine } = await import("./lib/schema-engine.mjs");
    const engine = await openSchemaEngine(url);
    await engine.apply(migrations);
    return engine.diffToSchema(readFileSync(join(ROOT, "prisma", "schema.prisma"), "utf8"));
  });
  if (sql.includes("This is an empty migration")) return "The migrations already lead to prisma/schema.prisma.";
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  return join(folder, "migration.sql");
}

draftMigration(process.argv[2]).then(
  (message) => {
    process.stdout.write(`${message}\n`);
    process.exit(0);
  },
  (error) => {
    process.stderr.write(`${error instanceof LaunchFailure ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
