import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { findActiveVersion } from "./find-active-version";
import { loadRuleSet, type StoredRuleSet } from "./load-rule-set";

/** @param version the draft's (0), a published one, or left out: the one in force */
export async function readRuleSet({ organisationId }: Member, version?: number): Promise<StoredRuleSet | undefined> {
  return withTenant(organisationId, async (tx) =>
    loadRuleSet(tx, organisationId, version ?? (await findActiveVersion(tx, organisationId))),
  );
}
