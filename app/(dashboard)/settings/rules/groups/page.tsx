import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupsForm } from "@/components/rules/groups-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { openDraft } from "@/lib/rules/open-draft";
import { settingsTitle } from "../../settings-frame";
import { saveGroupsAction } from "../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function GroupsPage() {
  const member = await requireMember("rules.write");
  const rules = await openDraft(member);
  if (!rules) notFound();
  const t = await getTranslations("rules");
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("groups.title")}
        lead={`${t("groups.lead")} ${t("groups.pageLead")}`}
        above={<TextLink href="/settings/rules">{t("draft.back")}</TextLink>}
      />
      <GroupsForm action={saveGroupsAction} revision={rules.revision} initial={rules.groups} rules={rules.rules} />
    </div>
  );
}
