import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ReferenceCall } from "@/components/api/reference-call";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { apiReference } from "@/lib/http/api-reference";
import { SettingsFrame, settingsTitle } from "../settings-frame";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("api");

export default async function ApiPage() {
  const member = await requireMember("settings.read");
  const t = await getTranslations("api");
  const sent = await headers();
  const origin = `${sent.get("x-forwarded-proto") ?? "http"}://${sent.get("host") ?? "127.0.0.1:3000"}`;
  const groups = apiReference(origin);
  return (
    <SettingsFrame member={member} current="api" lead={t("lead")}>
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-base">
        <TextLink href="/settings/api-keys">{t("keys")}</TextLink>
        <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-2">
          {t("document")}
        </a>
      </p>
      <nav aria-label={t("contents")} className="flex flex-wrap gap-x-4 gap-y-1 text-base">
        {groups.map(({ name }) => (
          <a key={name} href={`#${name}`} className="text-accent underline underline-offset-2">
            {name}
          </a>
        ))}
      </nav>
      {groups.map(({ name, calls }) => (
        <div key={name} id={name} className="scroll-mt-20">
          <Section title={name}>
            {calls.map((call) => (
              <ReferenceCall key={call.id} call={call} />
            ))}
          </Section>
        </div>
      ))}
    </SettingsFrame>
  );
}
