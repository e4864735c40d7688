import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { CompareForm } from "@/components/rules/compare-form";
import { RuleChanges } from "@/components/rules/rule-changes";
import { RulesByCategory } from "@/components/rules/rules-by-category";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { listKinds } from "@/lib/kinds/list-kinds";
import { diffRules } from "@/lib/rules/diff-rules";
import { listVersions } from "@/lib/rules/list-versions";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { versionBeside } from "@/lib/rules/version-beside";
import { settingsTitle } from "../../../settings-frame";
import { rollBackAction } from "../../rule-actions";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

const VERSION = /^[1-9]\d{0,8}$/;

type VersionPageProps = Readonly<{
  params: Promise<{ version: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
}>;

/**
 * A version beside the one in force, or that one beside the one before it, or beside the one that was asked for; and all
 * of its rules.
 */
export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const [{ version }, { with: asked }] = await Promise.all([params, searchParams]);
  if (!VERSION.test(version) || (asked !== undefined && !VERSION.test(String(asked)))) notFound();
  const member = await requireMember("rules.read");
  const [old, active, kinds, versions] = await Promise.all([
    readRuleSet(member, Number(version)),
    readRuleSet(member),
    listKinds(member),
    listVersions(member),
  ]);
  if (!old || !active) notFound();
  const published = versions.map((one) => one.version);
  const beside = asked === undefined ? versionBeside(old.version, active.version, published) : Number(asked);
  const other = beside === null ? null : await readRuleSet(member, beside);
  if (beside !== null && !other) notFound();
  const t = await getTranslations("rules");
  const own = await ownLabels();
  const mayGoBack = mayDo(member, "rules.write") && old.version !== active.version;
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title={
          other
            ? t("versions.pageTitle", { version, active: String(other.version) })
            : t("versions.oneTitle", { version })
        }
        lead={other ? t("versions.pageLead", { version, active: String(other.version) }) : t("versions.alone")}
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
      {other ? (
        <>
          <CompareForm version={old.version} against={other.version} versions={versions} />
          <RuleChanges {...own({ differences: diffRules(other, old), kinds })} />
        </>
      ) : null}
      <details open={!other}>
        <summary className="w-fit cursor-pointer text-base font-medium text-ink">
          {t("versions.all", { version, count: old.rules.length })}
        </summary>
        <div className="grid gap-10 pt-6">
          <RulesByCategory {...own({ active: old, kinds })} />
        </div>
      </details>
    </div>
  );
}
