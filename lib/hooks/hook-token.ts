import { randomBytes } from "node:crypto";

// The organisation stands in the token so that it can be looked up under that organisation's row-level security.
const PATTERN = /^wh_([0-9a-z]{1,6})_[A-Za-z0-9_-]{22}$/;
const LARGEST_ID = 2_147_483_647;

/** A new secret address of an organisation: 128 random bits. */
export function newHookToken(organisationId: number): string {
  return `wh_${organisationId.toString(36)}_${randomBytes(16).toString("base64url")}`;
}

/** The organisation that a token claims, or undefined when it is not shaped like one. */
export function organisationOfHookToken(token: string): number | undefined {
  const digits = PATTERN.exec(token)?.[1];
  if (!digits) return undefined;
  const id = Number.parseInt(digits, 36);
  return id > 0 && id <= LARGEST_ID ? id : undefined;
}
