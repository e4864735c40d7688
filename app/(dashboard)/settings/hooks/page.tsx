import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { HookForm } from "@/components/hooks/hook-form";
import { HookList } from "@/components/hooks/hook-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/current-member";
import { listHooks } from "@/lib/hooks/list-hooks";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { DATE_FORMAT_CHOICES } from "@/lib/schemas/import-options";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import { createHookAction, revokeHookAction, tryHookAction } from "./hook-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("hooks");

export default async function HooksPage() {
  const member = await requireMember("api-keys.read");
  const [hooks, kinds, { timeZone }, sent] = await Promise.all([
    listHooks(member),
    listKinds(member),
    readOrganisation(member),
    headers(),
  ]);
  const t = await getTranslations("hooks");
  const own = await ownLabels();
  const origin = `${sent.get("x-forwarded-proto") ?? "http"}://${sent.get("host") ?? "localhost"}`;
  return (
    <SettingsFrame member={member} current="hooks" lead={t("lead")}>
      {hooks.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <HookList hooks={hooks} timeZone={timeZone} action={revokeHookAction} />
      )}
      <Section title={t("form.title")} description={t("form.description")}>
        <HookForm
          createAction={createHookAction}
          tryAction={tryHookAction}
          origin={origin}
          kinds={own(kinds).map(({ key, label }) => ({ key, label }))}
          dateFormats={DATE_FORMAT_CHOICES}
          organisationZone={timeZone}
        />
      </Section>
    </SettingsFrame>
  );
}
