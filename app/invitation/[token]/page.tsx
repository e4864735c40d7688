import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientTexts } from "@/app/language/client-texts";
import { LanguageChoice } from "@/app/language/language-choice";
import { InvitationForm } from "@/components/auth/invitation-form";
import { NarrowPage } from "@/components/shell/narrow-page";
import { ButtonLink } from "@/components/ui/button-link";
import { findInvitation } from "@/lib/members/find-invitation";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/member";
import { acceptInvitationAction } from "./accept-invitation-action";

// The address is a secret: it goes to no other site and into no index.
export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

export default async function InvitationPage({ params }: Readonly<{ params: Promise<{ token: string }> }>) {
  const { token } = await params;
  const t = await getTranslations("auth.invitation");
  const invitation = await findInvitation(token);
  if (!invitation) {
    return (
      <NarrowPage footer={<LanguageChoice />} title={t("endedTitle")} lead={t("endedBody")}>
        <div>
          <ButtonLink href="/sign-in">{t("toSignIn")}</ButtonLink>
        </div>
      </NarrowPage>
    );
  }
  const { organisationName, email, role, hasAccount } = invitation;
  return (
    <NarrowPage
      footer={<LanguageChoice />}
      title={t("title", { organisation: organisationName })}
      lead={t("lead", { role: t(`roles.${role}`), email })}
    >
      <ClientTexts of={["auth.invitation"]}>
        <InvitationForm
          action={acceptInvitationAction}
          token={token}
          email={email}
          hasAccount={hasAccount}
          passwordMinLength={PASSWORD_MIN_LENGTH}
        />
      </ClientTexts>
    </NarrowPage>
  );
}
