import { makeMember } from "./make-member";
import type { Member } from "./member";

/**
 * Whoever acts for the installation itself, in one organisation: jobs and commands, never a request.
 * @param name what the audit log calls it, such as "command line"
 */
export function systemMember(organisationId: number, name = "system"): Member {
  return makeMember({
    organisationId,
    id: null,
    actor: "system",
    actorId: name,
    name,
    role: "admin",
    managerScope: "whole-organisation",
    scopes: [],
  });
}
