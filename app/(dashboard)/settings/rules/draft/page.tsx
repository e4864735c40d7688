import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ownLabels } from "@/app/language/own-labels";
import { PublishForm } from "@/components/rules/publish-form";
import { RuleChanges } from "@/components/rules/rule-changes";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { RowForm } from "@/components/settings/row-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { diffRules } from "@/lib/rules/diff-rules";
import { readRuleSet } from "@/lib/rules/read-rule-set";
import { settingsTitle } from "../../settings-frame";
import { discardDraftAction, publishDraftAction, rebaseDraftAction } from "../rule-actions";
import { DraftBacktest } from "./draft-backtest";
import { DraftPreview } from "./draft-preview";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

type DraftPageProps = Readonly<{ searchParams: Promise<{ backtest?: string | string[] }> }>;

export default async function DraftPage({ searchParams }: DraftPageProps) {
  const member = await requireMember("rules.write");
  const t = await getTranslations("rules");
  const own = await ownLabels();
  const [draft, active, kinds, scoring] = await Promise.all([
    readRuleSet(member, 0),
    readRuleSet(member),
    listKinds(member),
    readScoringState(member),
  ]);
  const back = <TextLink href="/settings/rules">{t("draft.back")}</TextLink>;
  if (!draft || !active) {
    return (
      <div className="grid gap-6">
        <PageHeader title={t("draft.title")} above={back} />
        <EmptyState title={t("draft.none")}>{t("draft.noneBody")}</EmptyState>
      </div>
    );
  }
  const { revision } = draft;
  const versions = { version: String(draft.basedOn), active: String(active.version) };
  const isOutdated = draft.basedOn !== active.version;
  const wantsBacktest = (await searchParams).backtest !== undefined;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={t("draft.title")}
        lead={t("draft.lead", versions)}
        above={back}
        actions={
          <>
            <ConfirmForm
              action={discardDraftAction}
              fields={{ revision: String(revision) }}
              trigger={t("draft.discard")}
              title={t("draft.discardTitle")}
              body={t("draft.discardBody")}
            />
            {isOutdated ? null : (
              <PublishForm
                action={publishDraftAction}
                revision={revision}
                isLearned={scoring?.learning.state === "learned"}
              />
            )}
          </>
        }
      />
      {isOutdated ? (
        <Notice tone="warn" title={t("draft.outdated", versions)}>
          <RowForm
            action={rebaseDraftAction}
            fields={{ revision: String(revision), basedOn: String(active.version) }}
            label={t("draft.rebase", versions)}
            submit={t("draft.rebase", versions)}
          />
        </Notice>
      ) : null}
      <Section title={t("draft.changes")}>
        <RuleChanges
          differences={own(diffRules(active, draft))}
          kinds={own(kinds)}
          editHref={(key) => `/settings/rules/edit/${encodeURIComponent(key)}`}
        />
      </Section>
      <Section title={t("preview.title")}>
        <Suspense key={revision} fallback={<p role="status">{t("preview.working")}</p>}>
          <DraftPreview member={member} />
        </Suspense>
      </Section>
      <Section title={t("backtest.title")} description={t("backtest.lead")}>
        {wantsBacktest ? (
          <Suspense key={revision} fallback={<p role="status">{t("backtest.working")}</p>}>
            <DraftBacktest member={member} />
          </Suspense>
        ) : (
          <div>
            <ButtonLink href="/settings/rules/draft?backtest=1" prefetch={false} scroll={false}>
              {t("backtest.run")}
            </ButtonLink>
          </div>
        )}
      </Section>
    </div>
  );
}
