import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { dropBallast } from "./ballast.mjs";
import { explainFileError, LaunchFailure } from "./launch-failure.mjs";
import { say } from "./steps.mjs";

const PROBE_BYTES = 1024 * 1024;

/**
 * Opens the data folder, making what is missing, and proves that it can be written.
 *
 * @param {string} path
 * @returns {{
 *   path: string, cluster: string, log: string, launcherLock: string, serverLock: string, users: string,
 *   ballast: string, secrets: { superuserPassword: string, ownerPassword: string, authSecret: string }
 * }}
 * @throws LaunchFailure in one sentence when the folder cannot be used.
 */
export function openDataFolder(path) {
  const folder = resolve(path);
  try {
    // Root's server runs as another user, who has to pass through; the secrets have a mode of their own.
    const isRoot = process.getuid?.() === 0;
    mkdirSync(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    const ballast = join(folder, "ballast");
    proveWritable(folder, ballast);
    const users = join(folder, "users");
    mkdirSync(users, { recursive: true, mode: 0o700 });
    return {
      path: folder,
      cluster: join(folder, "postgres"),
      log: join(folder, "postgres.log"),
      launcherLock: join(folder, "launcher.lock"),
      serverLock: join(folder, "server.lock"),
      users,
      ballast,
      secrets: readSecrets(folder) ?? makeSecrets(folder),
    };
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

/** A disk that is full to the last block gets the reserve back, so that the database can start and be cleaned up. */
function proveWritable(folder, ballast) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES, 1));
  } catch (error) {
    if (error.code !== "ENOSPC" || !dropBallast(ballast)) throw error;
    say(`The disk that holds ${folder} is full: the database gets its reserve of 16 MB to work with. Free some space.`);
  } finally {
    rmSync(probe, { force: true });
  }
}

/** A short name for the folder, the same each time, for what has to live elsewhere. */
export function folderKey(path) {
  return createHash("sha256").update(resolve(path)).digest("hex").slice(0, 12);
}

function readSecrets(folder) {
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) return undefined;
  try {
    chmodSync(file, 0o600);
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (secrets.superuserPassword && secrets.ownerPassword && secrets.authSecret) return secrets;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new LaunchFailure(
    `${file} is damaged: put it back from a backup of the data folder, or restore into a new one.`,
  );
}

function makeSecrets(folder) {
  if (existsSync(join(folder, "postgres"))) {
    throw new LaunchFailure(
      `${join(folder, "secrets.json")} is missing, and the database in ${folder} cannot be opened without it: put it ` +
        "back from a backup of the data folder, or set DATA_DIR to a new folder.",
    );
  }
  const [superuserPassword, ownerPassword, authSecret] = Array.from({ length: 3 }, () =>
    randomBytes(32).toString("base64url"),
  );
  const secrets = { superuserPassword, ownerPassword, authSecret };
  const file = join(folder, "secrets.json");
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(mine, file);
    return secrets;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return readSecrets(folder); // another launcher that started at the same moment was faster
  } finally {
    rmSync(mine, { force: true });
  }
}
