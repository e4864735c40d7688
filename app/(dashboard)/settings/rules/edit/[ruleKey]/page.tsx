import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RuleEditor } from "@/components/rules/rule-editor";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { settingsTitle } from "../../../settings-frame";
import { removeRuleAction, saveRuleAction } from "../../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function RulePage({ params }: Readonly<{ params: Promise<{ ruleKey: string }> }>) {
  const key = decodeURIComponent((await params).ruleKey);
  const member = await requireMember("rules.write");
  const [draft, active, kinds] = await Promise.all([readRuleSet(member, 0), readRuleSet(member), listKinds(member)]);
  const ruleSet = draft ?? active;
  const rule = ruleSet?.rules.find((one) => one.key === key);
  if (!ruleSet || !rule) notFound();
  const t = await getTranslations("rules");
  const words = await getTranslations("kinds");
  const categories = CATEGORIES.map((value) => ({ value, label: words(`categories.${value}`) }));
  const revision = draft?.revision ?? 0;
  const { label } = rule;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("editor.title", { label })}
        lead={t("editor.lead")}
        above={<TextLink href="/settings/rules">{t("draft.back")}</TextLink>}
      />
      <RuleEditor action={saveRuleAction} initial={rule} groups={ruleSet.groups} {...{ revision, kinds, categories }} />
      <div className="max-w-2xl border-t border-line pt-4">
        <ConfirmForm
          action={removeRuleAction}
          fields={{ revision: String(revision), key }}
          trigger={t("editor.remove")}
          title={t("editor.removeTitle", { label })}
          body={t("editor.removeBody")}
        />
      </div>
    </div>
  );
}
