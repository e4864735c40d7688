import type { Member } from "@/lib/auth/member";
import { DRAFT_VERSION, type StoredRuleSet } from "./load-rule-set";
import { readRuleSet } from "./read-rule-set";

/** The rules as an admin goes on with them: the draft, or the rules in force while there is none; revision 0 for no draft. */
export async function openDraft(member: Member): Promise<StoredRuleSet | undefined> {
  const draft = await readRuleSet(member, DRAFT_VERSION);
  if (draft) return draft;
  const active = await readRuleSet(member);
  return active && { ...active, revision: 0 };
}
