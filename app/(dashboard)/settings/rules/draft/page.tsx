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
import { MOST_PREVIEWED, USUAL_PREVIEWED } from "@/lib/schemas/rule-trial";
import { settingsTitle } from "../../settings-frame";
import { discardDraftAction, publishDraftAction, rebaseDraftAction } from "../rule-actions";
import { DraftBacktest } from "./draft-backtest";
import { DraftPreview } from "./draft-preview";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("rules");

type DraftPageProps = Readonly<{ searchParams: Promise<{ [Wish in "backtest" | "everyone"]?: string | string[] }> }>;

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
  const { backtest, everyone } = await searchParams;
  const [wantsBacktest, wantsEveryone] = [backtest !== undefined, everyone !== undefined];
  const atMost = wantsEveryone ? MOST_PREVIEWED : USUAL_PREVIEWED;
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
        <Suspense key={`${revision} ${atMost}`} fallback={<p role="status">{t("preview.working")}</p>}>
          <DraftPreview
            member={member}
            atMost={atMost}
            moreHref={hrefOf({ backtest: wantsBacktest, everyone: true })}
          />
        </Suspense>
      </Section>
      <Section title={t("backtest.title")} description={t("backtest.lead")}>
        {wantsBacktest ? (
          <Suspense key={revision} fallback={<p role="status">{t("backtest.working")}</p>}>
            <DraftBacktest member={member} />
          </Suspense>
        ) : (
          <div>
            <ButtonLink href={hrefOf({ backtest: true, everyone: wantsEveryone })} prefetch={false} scroll={false}>
              {t("backtest.run")}
            </ButtonLink>
          </div>
        )}
      </Section>
    </div>
  );
}

/** The page's address with what was asked for so far: neither answer takes the other away. */
function hrefOf(wishes: Readonly<Record<"backtest" | "everyone", boolean>>): string {
  const wanted = Object.entries(wishes).flatMap(([wish, isWanted]) => (isWanted ? [`${wish}=1`] : []));
  return `/settings/rules/draft?${wanted.join("&")}`;
}
