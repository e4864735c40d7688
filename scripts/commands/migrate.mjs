import { dataDir } from "../lib/command-environment.mjs";
import { openDataFolder } from "../lib/data-folder.mjs";
import { ensureInstalled } from "../lib/install.mjs";
import { openDatabase } from "../lib/open-database.mjs";
import { say } from "../lib/steps.mjs";

/** `npm run migrate`: brings the database to the schema of this release. */
export async function runMigrate() {
  const folder = openDataFolder(dataDir());
  await ensureInstalled();
  const database = await openDatabase(folder);
  await database.close();
  say("The database is at the schema of this release.");
  return 0;
}
