import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { PasswordForm } from "@/components/settings/password-form";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/current-member";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/member";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import { changePasswordAction, signOutEverywhereAction } from "./account-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("account");

export default async function AccountPage() {
  const member = await requireMember("settings.read");
  const t = await getTranslations("settings.account");
  const roles = await getTranslations("settings.members.roles");
  return (
    <SettingsFrame member={member} current="account" lead={t("lead", { name: member.name, role: roles(member.role) })}>
      <Section title={t("password")} description={t("passwordHint")}>
        <PasswordForm action={changePasswordAction} minLength={PASSWORD_MIN_LENGTH} />
      </Section>
      <Section title={t("sessions")} description={t("sessionsHint")}>
        <div>
          <ConfirmForm
            action={signOutEverywhereAction}
            fields={{}}
            trigger={t("signOutEverywhere")}
            title={t("signOutEverywhere")}
            body={t("sessionsHint")}
          />
        </div>
      </Section>
    </SettingsFrame>
  );
}
