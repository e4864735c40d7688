import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { GroupsList } from "@/components/rules/groups-list";
import { RulesByCategory } from "@/components/rules/rules-by-category";
import { VersionsTable } from "@/components/rules/versions-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { countHits } from "@/lib/rules/count-hits";
import { diffRules } from "@/lib/rules/diff-rules";
import { listVersions } from "@/lib/rules/list-versions";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { SettingsFrame, settingsTitle } from "../settings-frame";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function RulesPage() {
  const member = await requireMember("rules.read");
  const mayChange = mayDo(member, "rules.write");
  const [active, kinds, { timeZone }, versions, counted, draft] = await Promise.all([
    readRuleSet(member),
    listKinds(member),
    readOrganisation(member),
    listVersions(member),
    countHits(member),
    mayChange ? readRuleSet(member, 0) : undefined,
  ]);
  const t = await getTranslations("settings.rules");
  const studio = await getTranslations("rules");
  const own = await ownLabels();
  if (!active) {
    return (
      <SettingsFrame member={member} current="rules">
        <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
      </SettingsFrame>
    );
  }
  const locale = localeOf(await getLocale());
  const dayOf = (date: Date | null) => (date ? formatDay(date.getTime(), locale, timeZone) : "–");
  const lead = t("lead", { version: String(active.version), date: dayOf(active.publishedAt) });
  return (
    <SettingsFrame member={member} current="rules" lead={lead}>
      {mayChange ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/settings/rules/new" prefetch={false}>
            {studio("list.new")}
          </ButtonLink>
        </div>
      ) : (
        <Notice>{studio("readOnly")}</Notice>
      )}
      {draft ? (
        <Notice title={studio("draft.banner", { name: draft.changedBy ?? "–", date: dayOf(draft.changedAt) })}>
          <TextLink href="/settings/rules/draft">{studio("draft.open")}</TextLink>
        </Notice>
      ) : null}
      {counted.sampled ? (
        <p className="text-sm text-muted">{studio("hitsSampled", { customers: counted.customers })}</p>
      ) : null}
      <RulesByCategory inDraft={draft && diffRules(active, draft)} {...own({ active, kinds, counted, mayChange })} />
      <Section
        title={studio("groups.title")}
        description={studio("groups.lead")}
        actions={
          mayChange ? (
            <ButtonLink href="/settings/rules/groups" prefetch={false} size="sm">
              {studio("groups.edit")}
            </ButtonLink>
          ) : null
        }
      >
        <GroupsList active={own(active)} />
      </Section>
      <Section title={studio("versions.title")} description={studio("versions.lead")}>
        <VersionsTable versions={versions} timeZone={timeZone} />
      </Section>
    </SettingsFrame>
  );
}
