import { createHash, randomBytes } from "node:crypto";

// The organisation stands in the key so that it can be looked up under that organisation's row-level security.
const PATTERN = /^rk_([0-9a-z]{1,6})_([A-Za-z0-9_-]{43})$/;
const LARGEST_ID = 2_147_483_647;

/** A new key of an organisation: 256 random bits. */
export function newApiKey(organisationId: number): string {
  return `rk_${organisationId.toString(36)}_${randomBytes(32).toString("base64url")}`;
}

/** The organisation a key claims to belong to, or undefined when it is not shaped like a key at all. */
export function organisationOfApiKey(key: string): number | undefined {
  const digits = PATTERN.exec(key)?.[1];
  if (!digits) return undefined;
  const id = Number.parseInt(digits, 36);
  return id > 0 && id <= LARGEST_ID ? id : undefined;
}

/** SHA-256 of a secret of full entropy, for look-up and storage: no salt is needed, guessing 128 bits or more is hopeless. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
