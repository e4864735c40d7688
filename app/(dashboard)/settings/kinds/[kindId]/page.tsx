import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KindForm } from "@/components/settings/kind-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { settingsTitle } from "../../settings-frame";
import { saveKindAction } from "./save-kind-action";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("kinds");

export default async function KindPage({ params }: Readonly<{ params: Promise<{ kindId: string }> }>) {
  const { kindId } = await params;
  const member = await requireMember("settings.write");
  const kind = (await listKinds(member)).find((one) => String(one.id) === kindId);
  if (!kind) notFound();
  const t = await getTranslations("settings.kinds");
  const words = await getTranslations("kinds");
  const categories = CATEGORIES.map((value) => ({ value, label: words(`categories.${value}`) }));
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("editTitle", { label: kind.label })}
        lead={t("keyHint", { key: kind.key })}
        above={<TextLink href="/settings/kinds">{t("back")}</TextLink>}
      />
      <KindForm action={saveKindAction} kind={kind} categories={categories} />
    </div>
  );
}
