import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { linkExclusively } from "./exclusive-file.mjs";
import { explainFileError, LaunchFailure } from "./launch-failure.mjs";

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
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    const users = join(folder, "users");
    mkdirSync(users, { recursive: true, mode: 0o700 });
    return {
      path: folder,
      cluster: join(folder, "postgres"),
      log: join(folder, "postgres.log"),
      launcherLock: join(folder, "launcher.lock"),
      serverLock: join(folder, "server.lock"),
      users,
      ballast: join(folder, "ballast"),
      secrets: readSecrets(folder) ?? makeSecrets(folder),
    };
  } catch (error) {
    throw explainFileError(error, folder);
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
    return linkExclusively(mine, file) ? secrets : readSecrets(folder); // two launchers may start at once
  } finally {
    rmSync(mine, { force: true });
  }
}
