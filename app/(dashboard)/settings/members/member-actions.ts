"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/http/action";
import { changeRole } from "@/lib/members/change-role";
import { endSessions } from "@/lib/members/end-sessions";
import { invitationLink } from "@/lib/members/invitation-link";
import { inviteMember } from "@/lib/members/invite-member";
import { removeMember } from "@/lib/members/remove-member";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import {
  changeRoleSchema,
  invitationIdSchema,
  inviteSchema,
  managerScopeFormSchema,
  memberIdSchema,
} from "@/lib/schemas/member";
import { saveManagerScope } from "@/lib/settings/save-manager-scope";

const PAGE = "/settings/members";

export const inviteAction = action({ action: "members.write", input: inviteSchema }, async ({ member, input }) => {
  const token = await inviteMember(member, input);
  revalidatePath(PAGE);
  return { email: input.email, link: invitationLink(token) };
});

export const revokeInvitationAction = action(
  { action: "members.write", input: invitationIdSchema },
  async ({ member, input }) => {
    await revokeInvitation(member, input.invitationId);
    revalidatePath(PAGE);
  },
);

export const changeRoleAction = action(
  { action: "members.write", input: changeRoleSchema },
  async ({ member, input }) => {
    await changeRole(member, input);
    revalidatePath("/", "layout");
  },
);

export const removeMemberAction = action(
  { action: "members.write", input: memberIdSchema },
  async ({ member, input }) => {
    await removeMember(member, input.memberId);
    revalidatePath("/", "layout");
  },
);

export const endSessionsAction = action(
  { action: "members.write", input: memberIdSchema },
  async ({ member, input }) => {
    await endSessions(member, input.memberId);
    revalidatePath("/", "layout");
  },
);

export const saveManagerScopeAction = action(
  { action: "settings.write", input: managerScopeFormSchema },
  async ({ member, input }) => {
    await saveManagerScope(member, input.managerScope);
    revalidatePath("/", "layout");
  },
);
