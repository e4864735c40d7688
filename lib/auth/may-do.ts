import type { MemberFacts } from "./member";
import { type Action, roleMay } from "./roles";
import { scopesMay } from "./scopes";

/** Whether whoever acts may do an action, by role and, for an API key, by its scopes as well. */
export function mayDo(member: Pick<MemberFacts, "actor" | "role" | "scopes">, action: Action): boolean {
  if (!roleMay(member.role, action)) return false;
  return member.actor !== "api-key" || scopesMay(member.scopes, action);
}
