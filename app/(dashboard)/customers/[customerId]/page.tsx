import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { BriefLink } from "@/components/brief/brief-link";
import { AddEntry } from "@/components/hand-entries/add-entry";
import { EntryList } from "@/components/hand-entries/entry-list";
import { Journey } from "@/components/journey/journey";
import { ReplayBar } from "@/components/journey/replay-bar";
import { ReplayNotice } from "@/components/journey/replay-notice";
import { TouchpointList } from "@/components/journey/touchpoint-list";
import { JudgeRisk } from "@/components/judgements/judge-risk";
import { JudgementPanel } from "@/components/judgements/judgement-panel";
import { WhatChanged } from "@/components/ledger/what-changed";
import { LearningNote } from "@/components/models/learning-note";
import { PeopleRail } from "@/components/people/people-rail";
import { Advice } from "@/components/risk/advice";
import { CustomerHeader } from "@/components/risk/customer-header";
import { Reasons } from "@/components/risk/reasons";
import { currentMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { readCustomerPage } from "@/lib/customers/read-customer-page";
import { AppError } from "@/lib/errors";
import { isoDay } from "@/lib/format/iso-day";
import { localMinute } from "@/lib/format/local-minute";
import { listEntries } from "@/lib/hand-entries/list-entries";
import { listJudgements } from "@/lib/judgements/list-judgements";
import { listKinds } from "@/lib/kinds/list-kinds";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { readPeople } from "@/lib/people/read-people";
import { JOURNEY_RANGES, journeySearch } from "@/lib/schemas/journey-search";
import { addNoteAction, addOutcomeAction, addTouchpointAction, removeEntryAction } from "./entry-actions";
import { judgeAction, withdrawJudgementAction } from "./judgement-actions";
import { removePeopleFactAction, saveContactAction, saveMilestoneAction, savePreferenceAction } from "./people-actions";

const peopleActions = { saveContactAction, savePreferenceAction, saveMilestoneAction, removePeopleFactAction };

type CustomerPageProps = Readonly<{
  params: Promise<{ customerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  const externalId = decodeURIComponent((await params).customerId);
  return { title: (await getTranslations("risk.customer"))("pageTitle", { id: externalId }) };
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const externalId = decodeURIComponent((await params).customerId);
  const search = journeySearch.parse(await searchParams);
  const member = await currentMember();
  const own = await ownLabels();
  const page = own(await readCustomerPage(member, externalId, search).catch(orNotFound));
  const { customer, journey, ledger, asOfMs, isReplay, horizonDays, timeZone } = page;
  const place = { externalId, search, timeZone };
  const mayWrite = !isReplay && mayDo(member, "touchpoints.write");
  const mayJudge = !isReplay && customer.score && customer.stage !== "departed" && mayDo(member, "judgements.write");
  const { nowMs } = await readOrganisation(member);
  const [kinds, people, entries, scoring, judgements] = await Promise.all([
    mayWrite ? listKinds(member) : [],
    isReplay ? null : readPeople(member, externalId, isoDay(nowMs, timeZone)),
    listEntries(member, externalId, isReplay ? asOfMs : null),
    isReplay ? null : readScoringState(member),
    listJudgements(member, externalId, isReplay ? asOfMs : null),
  ]);
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        {isReplay ? <ReplayNotice {...place} asOfMs={asOfMs} /> : null}
        <CustomerHeader
          customer={customer}
          horizonDays={horizonDays}
          timeZone={timeZone}
          nowMs={asOfMs}
          rail={
            people ? (
              <PeopleRail
                externalId={externalId}
                people={people}
                actions={mayDo(member, "customers.write") ? peopleActions : undefined}
                nowMs={nowMs}
                timeZone={timeZone}
              />
            ) : null
          }
        >
          <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
            <div className="flex flex-wrap gap-2">
              {mayWrite ? (
                <AddEntry
                  externalId={externalId}
                  kinds={own(kinds).map(({ key, label }) => ({ value: key, label }))}
                  now={localMinute(nowMs, timeZone)}
                  actions={{ addTouchpointAction, addNoteAction, addOutcomeAction, removeEntryAction }}
                />
              ) : null}
              {mayJudge ? (
                <JudgeRisk externalId={externalId} today={isoDay(nowMs, timeZone)} action={judgeAction} />
              ) : null}
            </div>
            <BriefLink externalId={externalId} asOf={isReplay ? search.asOf : undefined} />
            <ReplayBar {...place} asOfMs={asOfMs} isReplay={isReplay} />
          </div>
          {customer.score ? (
            <JudgementPanel
              externalId={externalId}
              score={customer.score}
              judgements={judgements}
              withdrawAction={isReplay ? undefined : withdrawJudgementAction}
              timeZone={timeZone}
            />
          ) : null}
        </CustomerHeader>
      </div>
      {customer.score ? (
        <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
          {customer.stage === "departed" ? null : (
            <Advice steps={customer.advice} probability={customer.score.probability} timeZone={timeZone} />
          )}
          <WhatChanged ledger={ledger} search={search} currency={customer.currency} timeZone={timeZone} />
        </div>
      ) : null}
      {customer.score ? (
        <div className="grid gap-4">
          <Reasons score={customer.score} timeZone={timeZone} />
          <LearningNote scoring={scoring} />
        </div>
      ) : null}
      <Journey {...place} view={journey} ranges={JOURNEY_RANGES} isReplay={isReplay} />
      <EntryList
        externalId={externalId}
        entries={own(entries)}
        removeAction={mayWrite ? removeEntryAction : undefined}
        timeZone={timeZone}
      />
      <TouchpointList {...place} view={journey} />
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
