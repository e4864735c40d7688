import type { Member } from "@/lib/auth/member";

/**
 * The condition that keeps a manager to the own book, for a query whose customers are called `c`.
 * @param parameters grows by what the condition needs
 */
export function visibleCustomers(member: Member, parameters: unknown[]): string {
  if (!seesOnlyOwnBook(member)) return "true";
  parameters.push(member.id);
  return `c.owner_id = $${parameters.length}`;
}

/** Managers see their own book, unless the organisation lets them see everyone. */
export function seesOnlyOwnBook(member: Member): boolean {
  return member.role === "manager" && member.managerScope === "own-book";
}
