import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientTexts } from "@/app/language/client-texts";
import { LanguageChoice } from "@/app/language/language-choice";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { SignInForm } from "@/components/auth/sign-in-form";
import { NarrowPage } from "@/components/shell/narrow-page";
import { currentMemberIfAny } from "@/lib/auth/current-member";
import { findDemoAccounts } from "@/lib/demo/find-demo-accounts";
import { hasOrganisation } from "@/lib/organisations/has-organisation";
import { signInAction } from "./sign-in-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage() {
  if (await currentMemberIfAny()) redirect("/");
  if (!(await hasOrganisation())) redirect("/setup");
  const t = await getTranslations("auth");
  const demo = findDemoAccounts();
  return (
    <NarrowPage footer={<LanguageChoice />} title={t("signIn.title")}>
      <ClientTexts of={["auth.signIn", "auth.demo"]}>
        <SignInForm action={signInAction} />
        {demo ? <DemoAccounts action={signInAction} {...demo} /> : null}
      </ClientTexts>
    </NarrowPage>
  );
}
