import { randomBytes } from "node:crypto";
import { hashSecret } from "@/lib/auth/api-key-format";

const PATTERN = /^([0-9a-z]{1,6})_[A-Za-z0-9_-]{22}$/;
const LARGEST_ID = 2_147_483_647;

/** A new token of an invitation link: the organisation, and 128 random bits. */
export function newInvitationToken(organisationId: number): string {
  return `${organisationId.toString(36)}_${randomBytes(16).toString("base64url")}`;
}

/** The organisation a token claims, or undefined when it is not shaped like a token. */
export function organisationOfInvitation(token: string): number | undefined {
  const digits = PATTERN.exec(token)?.[1];
  const id = digits ? Number.parseInt(digits, 36) : 0;
  return id > 0 && id <= LARGEST_ID ? id : undefined;
}

/** What is stored of a token. */
export function hashInvitationToken(token: string): string {
  return hashSecret(token);
}
