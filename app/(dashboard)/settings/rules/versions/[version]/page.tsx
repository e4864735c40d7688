import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RuleChanges } from "@/components/rules/rule-changes";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { listKinds } from "@/lib/kinds/list-kinds";
import { diffRules } from "@/lib/rules/diff-rules";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { settingsTitle } from "../../../settings-frame";
import { rollBackAction } from "../../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

export default async function VersionPage({ params }: Readonly<{ params: Promise<{ version: string }> }>) {
  const { version } = await params;
  if (!/^[1-9]\d{0,8}$/.test(version)) notFound();
  const member = await requireMember("rules.read");
  const [old, active, kinds] = await Promise.all([
    readRuleSet(member, Number(version)),
    readRuleSet(member),
    listKinds(member),
  ]);
  if (!old || !active) notFound();
  const t = await getTranslations("rules");
  const mayGoBack = mayDo(member, "rules.write") && old.version !== active.version;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("versions.pageTitle", { version })}
        lead={t("versions.pageLead", { version, active: String(active.version) })}
        above={<TextLink href="/settings/rules">{t("draft.back")}</TextLink>}
        actions={
          mayGoBack ? (
            <ConfirmForm
              action={rollBackAction}
              fields={{ version }}
              trigger={t("versions.rollback", { version })}
              title={t("versions.rollbackTitle", { version })}
              body={t("versions.rollbackBody")}
            />
          ) : null
        }
      />
      <RuleChanges differences={diffRules(active, old)} kinds={kinds} />
    </div>
  );
}
