import type { Member } from "@/lib/auth/member";

/** One's own views, and for an admin those that are for everyone. */
export function mayChangeView(member: Member, view: Readonly<{ memberId: number; shared: boolean }>): boolean {
  return view.memberId === member.id || (view.shared && member.role === "admin");
}
