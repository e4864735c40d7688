import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LearningHelp } from "@/components/models/learning-help";
import { LearningNotice } from "@/components/models/learning-notice";
import { ModelsTable } from "@/components/models/models-table";
import { TrainForm } from "@/components/models/train-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { listModels } from "@/lib/models/list-models";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { modelListSearch } from "@/lib/schemas/model-params";
import { LEARN_CHOICES, TRUST_CHOICES } from "@/lib/schemas/train-form";
import { readSettings } from "@/lib/settings/read-settings";
import { SettingsFrame, settingsTitle } from "../settings-frame";
import { trainModelAction } from "./model-actions";

const PAGE_SIZE = 25;

export const generateMetadata = (): Promise<Metadata> => settingsTitle("models");

type ModelsPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function ModelsPage({ searchParams }: ModelsPageProps) {
  const member = await requireMember("models.read");
  const { cursor } = modelListSearch.parse(await searchParams);
  const [models, { timeZone }, settings, scoring] = await Promise.all([
    listModels(member, { limit: PAGE_SIZE, cursor }),
    readOrganisation(member),
    readSettings(member),
    readScoringState(member),
  ]);
  const t = await getTranslations("models");
  const mayTrain = mayDo(member, "models.write");
  const { learning, items, nextCursor } = models;
  const busy = items.find(({ state }) => state === "training");
  const { horizonDays, breakUp } = settings;
  const labelDays = breakUp.type === "inactivity" ? breakUp.days : horizonDays;
  return (
    <SettingsFrame member={member} current="models" lead={t("learning.lead")}>
      <LearningNotice learning={learning} activeVersion={scoring?.modelVersion ?? null} mayTrain={mayTrain} />
      <LearningHelp />
      <Section title={t("table.title")}>
        <ModelsTable models={items} timeZone={timeZone} />
        {nextCursor === null ? null : (
          <div>
            <ButtonLink href={`/settings/models?cursor=${nextCursor}`}>{t("table.older")}</ButtonLink>
          </div>
        )}
      </Section>
      {mayTrain ? (
        <Section title={t("train.title")} description={t("train.body")}>
          {busy ? (
            <p className="text-base">
              <TextLink href={`/settings/models/${busy.id}`}>{t("train.busy", { version: String(busy.id) })}</TextLink>
            </p>
          ) : (
            <TrainForm
              action={trainModelAction}
              learns={LEARN_CHOICES}
              trusts={TRUST_CHOICES}
              {...{ horizonDays, labelDays }}
            />
          )}
        </Section>
      ) : null}
    </SettingsFrame>
  );
}
