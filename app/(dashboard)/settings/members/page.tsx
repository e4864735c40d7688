import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InvitationsTable } from "@/components/settings/invitations-table";
import { InviteForm } from "@/components/settings/invite-form";
import { ManagerScopeForm } from "@/components/settings/manager-scope-form";
import { MembersTable } from "@/components/settings/members-table";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { MANAGER_SCOPES, ROLES } from "@/lib/auth/roles";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { listMembers } from "@/lib/members/list-members";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { readManagerScope } from "@/lib/settings/read-manager-scope";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import {
  changeRoleAction,
  endSessionsAction,
  inviteAction,
  removeMemberAction,
  revokeInvitationAction,
  saveManagerScopeAction,
} from "./member-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("members");

export default async function MembersPage() {
  const member = await requireMember("members.read");
  const [{ members, invitations }, { timeZone }, managerScope] = await Promise.all([
    listMembers(member),
    readOrganisation(member),
    readManagerScope(member),
  ]);
  const t = await getTranslations("settings.members");
  const locale = localeOf(await getLocale());
  const dayOf = (date: Date) => formatDay(date.getTime(), locale, timeZone);
  const mayChange = mayDo(member, "members.write");
  return (
    <SettingsFrame member={member} current="members" lead={t("lead", { count: members.length })}>
      <MembersTable
        rows={members.map((row) => ({ ...row, joined: dayOf(row.joinedAt), isYou: row.id === member.id }))}
        roles={ROLES}
        actions={mayChange ? { changeRoleAction, endSessionsAction, removeMemberAction } : undefined}
      />
      {mayChange ? (
        <>
          <Section title={t("invite")} description={t("inviteHint")}>
            <InviteForm action={inviteAction} roles={ROLES} />
          </Section>
          <Section title={t("invitations")}>
            <InvitationsTable
              rows={invitations.map((row) => ({ ...row, until: dayOf(row.expiresAt) }))}
              action={revokeInvitationAction}
            />
          </Section>
          <Section title={t("scope")} description={t("scopeHint")}>
            <ManagerScopeForm action={saveManagerScopeAction} managerScope={managerScope} scopes={MANAGER_SCOPES} />
          </Section>
        </>
      ) : null}
    </SettingsFrame>
  );
}
