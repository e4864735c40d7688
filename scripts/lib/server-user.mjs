import { execFileSync, spawnSync } from "node:child_process";
import { LaunchFailure } from "./launch-failure.mjs";

const NAME = "postgres";

/**
 * The user that PostgreSQL runs as. PostgreSQL refuses to run as root, so root gets the system user `postgres`, made
 * when it is missing; anyone else stays who they are.
 *
 * @returns {{ uid: number, gid: number } | undefined} `undefined` when nothing needs to change.
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  return findUser() ?? makeUser();
}

/** Whether that user can reach a file, and run it when `executable`; a closed folder above it is enough to fail. */
export function canReach(user, path, { executable = false } = {}) {
  if (user === undefined) return true;
  const { status } = spawnSync("test", [executable ? "-x" : "-e", path], { ...user, cwd: "/", stdio: "ignore" });
  return status === 0;
}

function findUser() {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, NAME], { encoding: "utf8" }));
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function makeUser() {
  try {
    const flags = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
    execFileSync("useradd", [...flags, NAME], { stdio: ["ignore", "ignore", "pipe"] });
  } catch (cause) {
    throw new LaunchFailure(
      "PostgreSQL does not run as root and the system user “postgres” could not be made: run as an ordinary user, " +
        "make that user (useradd --system postgres), or set DATABASE_URL to a PostgreSQL of your own.",
      { cause },
    );
  }
  return findUser();
}
