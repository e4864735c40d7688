import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiKeyForm } from "@/components/settings/api-key-form";
import { ApiKeysTable } from "@/components/settings/api-keys-table";
import { Section } from "@/components/ui/section";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { requireMember } from "@/lib/auth/current-member";
import { API_SCOPES } from "@/lib/auth/scopes";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import { createApiKeyAction, revokeApiKeyAction } from "./api-key-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("api-keys");

export default async function ApiKeysPage() {
  const member = await requireMember("api-keys.read");
  const [keys, { timeZone }] = await Promise.all([listApiKeys(member), readOrganisation(member)]);
  const t = await getTranslations("settings.apiKeys");
  const locale = localeOf(await getLocale());
  const dayOf = (date: Date | null) => (date ? formatDay(date.getTime(), locale, timeZone) : null);
  return (
    <SettingsFrame member={member} current="api-keys" lead={t("lead")}>
      <ApiKeysTable
        rows={keys.map((key) => ({
          ...key,
          scopes: key.scopes.join(", "),
          created: dayOf(key.createdAt),
          expires: dayOf(key.expiresAt),
          lastUsed: dayOf(key.lastUsedAt),
        }))}
        action={revokeApiKeyAction}
      />
      <Section title={t("create")}>
        <ApiKeyForm action={createApiKeyAction} scopes={API_SCOPES} />
      </Section>
    </SettingsFrame>
  );
}
