import type { Member } from "@/lib/auth/member";
import { roleMay } from "@/lib/auth/roles";
import { AppError } from "@/lib/errors";

/** @throws AppError forbidden when a member who may only look would show something to everyone */
export function refuseSharing(member: Member, shared: boolean): void {
  if (shared && !roleMay(member.role, "customers.write")) {
    throw new AppError("forbidden", "Viewers keep views for themselves; an admin or a manager can share one.");
  }
}
