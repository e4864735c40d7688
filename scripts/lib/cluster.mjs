import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { folderKey } from "./data-folder.mjs";
import { explainFileError, LaunchFailure, tellsOfFullDisk } from "./launch-failure.mjs";
import { reachableFolder } from "./reachable-folder.mjs";
import { serverEnvironment } from "./server-environment.mjs";
import { canReach } from "./server-user.mjs";
import { say, step } from "./steps.mjs";

export const SUPERUSER = "rekindle_superuser";

/**
 * Makes sure that the data folder holds database files of the right version, and gives their real path.
 *
 * @param {ReturnType<typeof import("./data-folder.mjs").openDataFolder>} folder
 * @param {{ user: { uid: number, gid: number } | undefined, binaries: object }} options
 * @throws LaunchFailure when another version of PostgreSQL made the files, or they cannot be reached.
 */
export async function prepareCluster(folder, { user, binaries }) {
  if (!existsSync(join(folder.cluster, "PG_VERSION"))) {
    const home = placeCluster(folder, user);
    await step("Making the database", () => initialise(folder, { home, user, binaries }));
  }
  const cluster = realpathSync(folder.cluster);
  checkVersion(cluster, folder.path, binaries.major);
  if (!canReach(user, join(cluster, "PG_VERSION"))) {
    throw new LaunchFailure(
      `The user “postgres” cannot reach the database files in ${cluster}: the folders above must let every user pass ` +
        `(chmod o+x) and the files must be that user's (chown -R postgres ${cluster}).`,
    );
  }
  return cluster;
}

/** The folder that will hold the files: the data folder itself, or a reachable one that a link in it points to. */
function placeCluster(folder, user) {
  if (isLink(folder.cluster)) {
    throw new LaunchFailure(
      `${folder.cluster} points to database files that are gone: put them back, or set DATA_DIR to a new folder.`,
    );
  }
  if (canReach(user, folder.path)) return folder.cluster;
  const home = join(reachableFolder(user), `data-${folderKey(folder.path)}`);
  // Left by a data folder of the same path that was deleted: kept, because it may be all that is left of someone's data.
  if (existsSync(home)) renameSync(home, `${home}-left-${Date.now()}`);
  return home;
}

async function initialise(folder, { home, user, binaries }) {
  const partial = `${home}.new`;
  const passwordFile = `${home}.password`;
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, folder.secrets.superuserPassword, { mode: 0o600 });
    for (const path of user ? [partial, passwordFile] : []) chownSync(path, user.uid, user.gid);
    await runInitdb(binaries.initdb, { partial, passwordFile, user });
    renameSync(partial, home);
    if (home === folder.cluster) return;
    symlinkSync(home, folder.cluster);
    say(`The user “postgres” cannot enter ${folder.path}, so the database files are in ${home}.`);
  } catch (error) {
    throw tellsOfFullDisk(error.stderr) ? explainFileError({ code: "ENOSPC" }, home) : explainFileError(error, home);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

async function runInitdb(initdb, { partial, passwordFile, user }) {
  const flags = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const options = { ...user, cwd: "/", env: serverEnvironment() };
  await promisify(execFile)(initdb, ["-D", partial, ...flags, ...access], options);
}

function checkVersion(cluster, dataFolder, major) {
  const found = Number.parseInt(readFileSync(join(cluster, "PG_VERSION"), "utf8"), 10);
  if (found === major) return;
  const release = found < major ? "an older" : "a newer";
  throw new LaunchFailure(
    `The data folder ${dataFolder} is of ${release} release: its database is PostgreSQL ${found}, and this release brings ` +
      `PostgreSQL ${major}. Make a backup with the release that wrote it (npm run backup), then restore it here into a ` +
      "new DATA_DIR (npm run restore).",
  );
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
