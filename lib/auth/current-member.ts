import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { findMemberOfSession } from "./find-member-of-session";
import { mayDo } from "./may-do";
import type { Member } from "./member";
import type { Action } from "./roles";

const memberOfThisRequest = cache(async () => findMemberOfSession(await headers()));

/** Who looks at the page that is being rendered; whoever is not signed in is sent to the sign-in page. */
export async function currentMember(): Promise<Member> {
  const member = await memberOfThisRequest();
  return member ?? redirect("/sign-in");
}

/** As currentMember, but undefined when no one is signed in: for pages that both see. */
export async function currentMemberIfAny(): Promise<Member | undefined> {
  return memberOfThisRequest();
}

/** As currentMember; shows the page for 403 to a member whose role may not do the action. */
export async function requireMember(action: Action): Promise<Member> {
  const member = await currentMember();
  if (!mayDo(member, action)) forbidden();
  return member;
}
