import type { Member, MemberFacts } from "./member";

/** Turns checked facts into a Member. For lib/auth alone: whoever calls this has proved who acts. */
export function makeMember(facts: MemberFacts): Member {
  return Object.freeze({ ...facts, scopes: Object.freeze([...facts.scopes]) }) as Member;
}
