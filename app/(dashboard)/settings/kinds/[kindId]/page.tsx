import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KindForm } from "@/components/settings/kind-form";
import { MergeKindForm } from "@/components/settings/merge-kind-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { namesKind } from "@/lib/scoring/rules/replace-kinds";
import { settingsTitle } from "../../settings-frame";
import { mergeKindsAction } from "./merge-kinds-action";
import { saveKindAction } from "./save-kind-action";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("kinds");

export default async function KindPage({ params }: Readonly<{ params: Promise<{ kindId: string }> }>) {
  const { kindId } = await params;
  const member = await requireMember("settings.write");
  const [kinds, active] = await Promise.all([listKinds(member), readRuleSet(member)]);
  const kind = kinds.find((one) => String(one.id) === kindId);
  if (!kind) notFound();
  const t = await getTranslations("settings.kinds");
  const merges = await getTranslations("settings.merges");
  const words = await getTranslations("kinds");
  const categories = CATEGORIES.map((value) => ({ value, label: words(`categories.${value}`) }));
  const others = kinds
    .filter(({ key }) => key !== kind.key)
    .map(({ key, label, category }) => ({ value: key, label: `${words(`categories.${category}`)}: ${label}` }));
  const rules = (active?.rules ?? []).filter((rule) => namesKind(rule, kind.key)).map(({ label }) => label);
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t("editTitle", { label: kind.label })}
        lead={t("keyHint", { key: kind.key })}
        above={<TextLink href="/settings/kinds">{t("back")}</TextLink>}
      />
      <KindForm action={saveKindAction} kind={kind} categories={categories} />
      <Section title={merges("sectionTitle")} description={merges("lead")} className="max-w-2xl">
        <div>
          <MergeKindForm action={mergeKindsAction} {...{ kind, others, rules }} />
        </div>
      </Section>
    </div>
  );
}
