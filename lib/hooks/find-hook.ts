import { hashSecret } from "@/lib/auth/api-key-format";
import type { Hook } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { organisationOfHookToken } from "./hook-token";

/** The hook behind a token, or undefined for one that is unknown or revoked. */
export async function findHook(token: string): Promise<Hook | undefined> {
  const organisationId = organisationOfHookToken(token);
  if (organisationId === undefined) return undefined;
  const hook = await withTenant(organisationId, (tx) =>
    tx.hook.findFirst({ where: { organisationId, tokenHash: hashSecret(token), revokedAt: null } }),
  );
  return hook ?? undefined;
}
