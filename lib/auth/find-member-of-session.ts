import { findMemberOfUser } from "./find-member-of-user";
import { getAuth } from "./get-auth";
import type { Member } from "./member";

/**
 * The member of the session cookie, or undefined without a valid session or without a membership. The only reader of
 * sessions.
 */
export async function findMemberOfSession(headers: Headers): Promise<Member | undefined> {
  if (!headers.get("cookie")) return undefined;
  const session = await getAuth().api.getSession({ headers });
  if (!session) return undefined;
  return findMemberOfUser(session.user.id, session.session.activeOrganisationId ?? null);
}
