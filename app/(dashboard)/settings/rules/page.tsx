import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { VersionsTable } from "@/components/rules/versions-table";
import { RuleCard } from "@/components/settings/rule-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { CATEGORIES } from "@/lib/kinds/categories";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { countHits } from "@/lib/rules/count-hits";
import { listRules } from "@/lib/rules/list-rules";
import { listVersions } from "@/lib/rules/list-versions";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { SettingsFrame, settingsTitle } from "../settings-frame";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function RulesPage() {
  const member = await requireMember("rules.read");
  const [ruleSet, { timeZone }, versions, hits, draft] = await Promise.all([
    listRules(member),
    readOrganisation(member),
    listVersions(member),
    countHits(member),
    readRuleSet(member, 0),
  ]);
  const t = await getTranslations("settings.rules");
  const words = await getTranslations("kinds");
  const studio = await getTranslations("rules");
  const mayChange = mayDo(member, "rules.write");
  if (!ruleSet) {
    return (
      <SettingsFrame member={member} current="rules">
        <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
      </SettingsFrame>
    );
  }
  const { version, publishedAt, rules, groups } = ruleSet;
  const locale = localeOf(await getLocale());
  const date = publishedAt ? formatDay(publishedAt.getTime(), locale, timeZone) : "–";
  const nobody = { customers: 0, meanPoints: 0 };
  const groupByKey = new Map(groups.map((group) => [group.key, group]));
  return (
    <SettingsFrame member={member} current="rules" lead={t("lead", { version: String(version), date })}>
      {mayChange ? null : <Notice>{studio("readOnly")}</Notice>}
      {mayChange && draft ? (
        <Notice
          title={studio("draft.banner", {
            name: draft.changedBy ?? "–",
            date: draft.changedAt ? formatDay(draft.changedAt.getTime(), locale, timeZone) : "–",
          })}
        >
          <TextLink href="/settings/rules/draft">{studio("draft.open")}</TextLink>
        </Notice>
      ) : null}
      {hits.sampled ? (
        <p className="text-sm text-muted">{studio("hitsSampled", { customers: hits.customers })}</p>
      ) : null}
      {CATEGORIES.map((category) => {
        const ofCategory = rules.filter(({ rule }) => rule.category === category);
        if (ofCategory.length === 0) return null;
        return (
          <Section key={category} title={words(`categories.${category}`)}>
            <ul className="grid max-w-4xl gap-x-10 gap-y-5 md:grid-cols-2">
              {ofCategory.map(({ rule, description }) => (
                <RuleCard
                  key={rule.key}
                  label={rule.label}
                  description={description}
                  capPoints={rule.capPoints}
                  hits={hits.customers > 0 ? (hits.hits.get(rule.key) ?? nobody) : undefined}
                  editHref={mayChange ? `/settings/rules/edit/${encodeURIComponent(rule.key)}` : undefined}
                  group={rule.group === undefined ? undefined : groupByKey.get(rule.group)}
                />
              ))}
            </ul>
          </Section>
        );
      })}
      <Section title={studio("versions.title")} description={studio("versions.lead")}>
        <VersionsTable versions={versions} timeZone={timeZone} />
      </Section>
    </SettingsFrame>
  );
}
