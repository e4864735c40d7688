import { AppError } from "@/lib/errors";
import { mayDo } from "./may-do";
import type { Member } from "./member";
import type { Action } from "./roles";

/** @throws AppError 403 when whoever acts may not do the action */
export function refuseUnlessMay(member: Member, action: Action): void {
  if (mayDo(member, action)) return;
  throw new AppError("forbidden", `This needs the right to do “${action}”, which ${member.name} does not have.`);
}
