"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { changePassword } from "@/lib/auth/change-password";
import { action } from "@/lib/http/action";
import { endSessions } from "@/lib/members/end-sessions";
import { changePasswordSchema, noFieldsSchema } from "@/lib/schemas/member";

export const changePasswordAction = action(
  { action: "settings.read", input: changePasswordSchema },
  async ({ member, input }) => changePassword(member.actorId, input, await headers()),
);

export const signOutEverywhereAction = action(
  { action: "settings.read", input: noFieldsSchema },
  async ({ member }): Promise<void> => {
    if (member.id !== null) await endSessions(member, member.id);
    redirect("/sign-in");
  },
);
