import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { DriftView } from "@/components/models/drift-view";
import { Figures } from "@/components/models/figures";
import { ModelActions } from "@/components/models/model-actions";
import { ModelNotices } from "@/components/models/model-notices";
import { ModelSentence } from "@/components/models/model-sentence";
import { ModelSource } from "@/components/models/model-source";
import { ModelStateTag } from "@/components/models/model-state-tag";
import { ScorecardView } from "@/components/models/scorecard-view";
import { ShadowView } from "@/components/models/shadow-view";
import { TrainingProgress } from "@/components/models/training-progress";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { AppError } from "@/lib/errors";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readModel } from "@/lib/models/read-model";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { modelParams } from "@/lib/schemas/model-params";
import { cancelTrainingAction, promoteModelAction, shadowModelAction } from "../model-actions";

type ModelPageProps = Readonly<{ params: Promise<{ version: string }> }>;

export async function generateMetadata({ params }: ModelPageProps): Promise<Metadata> {
  const { version } = await params;
  return { title: (await getTranslations("models"))("title", { version }) };
}

export default async function ModelPage({ params }: ModelPageProps) {
  const member = await requireMember("models.read");
  const asked = modelParams.safeParse({ modelId: (await params).version });
  if (!asked.success) notFound();
  const version = asked.data.modelId;
  const own = await ownLabels();
  const [model, scoring, { timeZone }, kinds] = await Promise.all([
    readModel(member, version),
    readScoringState(member),
    readOrganisation(member),
    listKinds(member),
  ])
    .then(own)
    .catch(orNotFound);
  const t = await getTranslations("models");
  const mayWrite = mayDo(member, "models.write");
  const { state, ruleSetVersion, training, panel, job } = model;
  const isWaiting = state === "candidate" || state === "shadow";
  const hasOtherRules = isWaiting && scoring !== null && scoring.ruleSetVersion !== ruleSetVersion;
  const mayPromote = !hasOtherRules && !model.changedSince.includes("horizonDays");
  const isLearned = model.origin === "learned";
  return (
    <div className="grid grid-cols-1 gap-10">
      <div className="grid gap-4">
        <PageHeader
          above={
            <div className="flex items-center gap-3">
              <TextLink href="/settings/models">{t("back")}</TextLink>
              <ModelStateTag state={state} />
            </div>
          }
          title={t("title", { version: String(version) })}
          lead={<ModelSentence {...{ model, timeZone }} />}
          actions={
            mayWrite ? (
              <ModelActions
                {...{ version, state, ruleSetVersion, mayPromote }}
                shadowAction={shadowModelAction}
                promoteAction={promoteModelAction}
              />
            ) : undefined
          }
        />
        <p className="measure text-sm text-muted">{t.has(`stateHints.${state}`) ? t(`stateHints.${state}`) : null}</p>
        <ModelNotices {...{ model, scoring, hasOtherRules }} />
        {state === "training" && job ? (
          <TrainingProgress job={job} cancelAction={mayWrite ? cancelTrainingAction : undefined} />
        ) : null}
      </div>
      {model.shadow ? <ShadowView comparison={model.shadow} timeZone={timeZone} /> : null}
      {training ? <Figures training={training} /> : null}
      {model.scorecard ? <ScorecardView scorecard={model.scorecard} isLearned={isLearned} /> : null}
      {isLearned && training ? <DriftView drift={model.drift} timeZone={timeZone} /> : null}
      {panel ? (
        <ModelSource
          {...{ model, panel, timeZone }}
          kindLabels={new Map(kinds.map(({ key, label }) => [key, label]))}
        />
      ) : null}
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
