import { mayDo } from "@/lib/auth/may-do";
import type { Member } from "@/lib/auth/member";

/** Whether a member may take back what someone wrote down: the author while the role still allows writing, or an admin. */
export function mayRemove(member: Member, authorId: number | null): boolean {
  if (!mayDo(member, "touchpoints.write")) return false;
  return member.role === "admin" || (member.id !== null && member.id === authorId);
}
