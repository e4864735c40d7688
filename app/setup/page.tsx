import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientTexts } from "@/app/language/client-texts";
import { LanguageChoice } from "@/app/language/language-choice";
import { SetUpForm } from "@/components/auth/set-up-form";
import { NarrowPage } from "@/components/shell/narrow-page";
import { ButtonLink } from "@/components/ui/button-link";
import { hasOrganisation } from "@/lib/organisations/has-organisation";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/member";
import { setUpAction } from "./set-up-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setup.title"), referrer: "same-origin" };
}

type SetUpPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const t = await getTranslations("auth");
  if (await hasOrganisation()) {
    return (
      <NarrowPage footer={<LanguageChoice />} title={t("setup.title")} lead={t("setup.done")}>
        <div>
          <ButtonLink href="/sign-in">{t("invitation.toSignIn")}</ButtonLink>
        </div>
      </NarrowPage>
    );
  }
  const { token } = await searchParams;
  return (
    <NarrowPage footer={<LanguageChoice />} title={t("setup.title")} lead={t("setup.lead")}>
      <ClientTexts of={["auth.setup"]}>
        <SetUpForm
          action={setUpAction}
          token={typeof token === "string" ? token : ""}
          passwordMinLength={PASSWORD_MIN_LENGTH}
        />
      </ClientTexts>
    </NarrowPage>
  );
}
