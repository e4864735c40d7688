import { randomBytes } from "node:crypto";
import { hasOrganisation } from "./has-organisation";
import { storeSetupToken } from "./setup-token";

/**
 * A fresh one-time token that opens the set-up page, or null when the installation has an organisation already. Called
 * once when a server starts: only the hash is kept, so a token that was lost is replaced by a restart.
 */
export async function ensureSetupToken(): Promise<string | null> {
  if (await hasOrganisation()) return null;
  const token = randomBytes(16).toString("base64url");
  await storeSetupToken(token);
  return token;
}
