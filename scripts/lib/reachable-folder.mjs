import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LaunchFailure } from "./launch-failure.mjs";
import { canReach } from "./server-user.mjs";

/**
 * A lasting folder of root's that the server's user can enter, for what cannot stay under a closed folder such as
 * /root: the programs and, when the data folder is closed too, the database files.
 *
 * @param {{ uid: number, gid: number }} user
 */
export function reachableFolder(user) {
  for (const parent of ["/var/lib", "/var/tmp", tmpdir()]) {
    const folder = join(parent, "rekindle");
    try {
      mkdirSync(folder, { mode: 0o755, recursive: true });
    } catch {
      continue; // the next place may do
    }
    if (canReach(user, folder)) return folder;
  }
  throw new LaunchFailure(
    "The user “postgres” can enter neither the checkout nor /var/lib, /var/tmp or the folder for temporary files: put " +
      "the checkout in a folder that every user may enter, or run as an ordinary user.",
  );
}
