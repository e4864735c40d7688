import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { SettingsForm } from "@/components/settings/settings-form";
import { Notice } from "@/components/ui/notice";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { listKinds } from "@/lib/kinds/list-kinds";
import { CURRENCIES, TIME_ZONES } from "@/lib/schemas/settings";
import { readSettings } from "@/lib/settings/read-settings";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import { previewSettingsAction } from "./preview-settings-action";
import { saveSettingsAction } from "./save-settings-action";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("general");

export default async function GeneralSettingsPage() {
  const member = await requireMember("settings.read");
  const [settings, kinds] = await Promise.all([readSettings(member), listKinds(member)]);
  const t = await getTranslations("settings");
  const mayChange = mayDo(member, "settings.write");
  return (
    <SettingsFrame member={member} current="general" lead={t("general.lead")}>
      {mayChange ? null : <Notice>{t("readOnly")}</Notice>}
      <SettingsForm
        action={saveSettingsAction}
        preview={previewSettingsAction}
        settings={settings}
        kinds={(await ownLabels())(kinds)}
        currencies={CURRENCIES}
        timeZones={TIME_ZONES}
        readOnly={!mayChange}
      />
    </SettingsFrame>
  );
}
