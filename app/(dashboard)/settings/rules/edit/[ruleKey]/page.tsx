import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { RuleEditor } from "@/components/rules/rule-editor";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { openDraft } from "@/lib/rules/open-draft";
import { settingsTitle } from "../../../settings-frame";
import { removeRuleAction, saveRuleAction } from "../../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function RulePage({ params }: Readonly<{ params: Promise<{ ruleKey: string }> }>) {
  const key = decodeURIComponent((await params).ruleKey);
  const member = await requireMember("rules.write");
  const [rules, kinds] = await Promise.all([openDraft(member), listKinds(member)]);
  const rule = rules?.rules.find((one) => one.key === key);
  if (!rules || !rule) notFound();
  const t = await getTranslations("rules.editor");
  const own = await ownLabels();
  const words = await getTranslations("kinds");
  const categories = CATEGORIES.map((value) => ({ value, label: words(`categories.${value}`) }));
  const { revision, groups } = rules;
  const { label } = rule;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("title", { label })}
        lead={t("lead")}
        above={<TextLink href="/settings/rules">{t("back")}</TextLink>}
        actions={
          <ButtonLink href={`/settings/rules/new?from=${encodeURIComponent(key)}`} prefetch={false}>
            {t("duplicate")}
          </ButtonLink>
        }
      />
      <RuleEditor action={saveRuleAction} initial={rule} {...own({ revision, groups, kinds, categories })} />
      <div className="max-w-2xl border-t border-line pt-4">
        <ConfirmForm
          action={removeRuleAction}
          fields={{ revision: String(revision), key }}
          trigger={t("remove")}
          title={t("removeTitle", { label })}
          body={t("removeBody")}
        />
      </div>
    </div>
  );
}
