import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { RuleEditor } from "@/components/rules/rule-editor";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { openDraft } from "@/lib/rules/open-draft";
import { BLANK_RULE } from "@/lib/scoring/rules/blank-rule";
import { settingsTitle } from "../../settings-frame";
import { saveRuleAction } from "../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

type NewRulePageProps = Readonly<{ searchParams: Promise<{ from?: string | string[] }> }>;

/** A rule from nothing, or from another one of the draft. */
export default async function NewRulePage({ searchParams }: NewRulePageProps) {
  const member = await requireMember("rules.write");
  const [rules, kinds, { from }] = await Promise.all([openDraft(member), listKinds(member), searchParams]);
  const original = rules?.rules.find(({ key }) => key === from);
  if (!rules || (from !== undefined && !original)) notFound();
  const t = await getTranslations("rules.editor");
  const own = await ownLabels();
  const words = await getTranslations("kinds");
  const categories = CATEGORIES.map((value) => ({ value, label: words(`categories.${value}`) }));
  const copy = original && {
    ...original,
    key: BLANK_RULE.key,
    label: t("copyOf", { label: original.label.slice(0, 90) }),
  };
  const { revision, groups } = rules;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("newTitle")}
        lead={t("newLead")}
        above={<TextLink href="/settings/rules">{t("back")}</TextLink>}
      />
      <RuleEditor
        isNew
        action={saveRuleAction}
        initial={copy ?? BLANK_RULE}
        {...own({ revision, groups, kinds, categories })}
      />
    </div>
  );
}
