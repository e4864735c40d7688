import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RuleCard } from "@/components/settings/rule-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/current-member";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { CATEGORIES } from "@/lib/kinds/categories";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { listRules } from "@/lib/rules/list-rules";
import { SettingsFrame, settingsTitle } from "../settings-frame";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function RulesPage() {
  const member = await requireMember("rules.read");
  const [ruleSet, { timeZone }] = await Promise.all([listRules(member), readOrganisation(member)]);
  const t = await getTranslations("settings.rules");
  const words = await getTranslations("kinds");
  if (!ruleSet) {
    return (
      <SettingsFrame member={member} current="rules">
        <EmptyState title={t("none")}>{t("noneBody")}</EmptyState>
      </SettingsFrame>
    );
  }
  const { version, publishedAt, rules, groups } = ruleSet;
  const date = publishedAt ? formatDay(publishedAt.getTime(), localeOf(await getLocale()), timeZone) : "–";
  const groupByKey = new Map(groups.map((group) => [group.key, group]));
  return (
    <SettingsFrame member={member} current="rules" lead={t("lead", { version: String(version), date })}>
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
                  group={rule.group === undefined ? undefined : groupByKey.get(rule.group)}
                />
              ))}
            </ul>
          </Section>
        );
      })}
    </SettingsFrame>
  );
}
