import { mayDo } from "@/lib/auth/may-do";
import type { Member } from "@/lib/auth/member";

/** Whether a member may take a judgement back: its author while the role still allows judging, or an admin. */
export function mayWithdraw(member: Member, authorId: number | null): boolean {
  if (!mayDo(member, "judgements.write")) return false;
  return member.role === "admin" || (member.id !== null && member.id === authorId);
}
