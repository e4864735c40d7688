import { headers } from "next/headers";
import type { z } from "zod";
import { findMemberOfSession } from "@/lib/auth/find-member-of-session";
import type { Member } from "@/lib/auth/member";
import { refuseUnlessMay } from "@/lib/auth/refuse-unless-may";
import type { Action } from "@/lib/auth/roles";
import { AppError } from "@/lib/errors";
import type { ServerAction } from "./action-state";
import { publicAction } from "./public-action";

/**
 * The only gate of server actions: a page of this installation must have sent it (Next runs actions without an Origin), a
 * member must be signed in whose role may do it, and the input must parse strictly.
 * @param spec `action` for the table of roles; `input` parses the form, whose unknown fields are refused
 * @param handler one call into lib/<noun>; it may redirect
 */
export function action<Input, Result = void>(
  spec: Readonly<{ action: Action; input: z.ZodType<Input> }>,
  handler: (call: Readonly<{ member: Member; input: Input }>) => Promise<Result>,
): ServerAction<Result> {
  return publicAction({ input: spec.input, identify: () => memberWhoMay(spec.action) }, ({ input, identity }) =>
    handler({ member: identity, input }),
  );
}

async function memberWhoMay(wanted: Action): Promise<Member> {
  const member = await findMemberOfSession(await headers());
  if (!member)
    throw new AppError("unauthenticated", "Your session has ended. Sign in again in another tab, then repeat.");
  refuseUnlessMay(member, wanted);
  return member;
}
