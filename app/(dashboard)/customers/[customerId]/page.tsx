import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientTexts } from "@/app/language/client-texts";
import { ownLabels } from "@/app/language/own-labels";
import { EntryList } from "@/components/hand-entries/entry-list";
import { Journey } from "@/components/journey/journey";
import { ReplayNotice } from "@/components/journey/replay-notice";
import { TouchpointList } from "@/components/journey/touchpoint-list";
import { WhatChanged } from "@/components/ledger/what-changed";
import { LearningNote } from "@/components/models/learning-note";
import { Advice } from "@/components/risk/advice";
import { Reasons } from "@/components/risk/reasons";
import { Piece } from "@/components/ui/piece";
import { currentMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { readCustomerPage } from "@/lib/customers/read-customer-page";
import { AppError } from "@/lib/errors";
import { listEntries } from "@/lib/hand-entries/list-entries";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { JOURNEY_RANGES, journeySearch } from "@/lib/schemas/journey-search";
import { CustomerHead } from "./customer-head";
import { removeEntryAction } from "./entry-actions";

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
  const { customer, journey, ledger, asOfMs, isReplay, timeZone } = page;
  const place = { externalId, search, timeZone };
  const [{ nowMs }, entries, scoring] = await Promise.all([
    readOrganisation(member),
    listEntries(member, externalId, isReplay ? asOfMs : null),
    isReplay ? null : readScoringState(member),
  ]);
  return (
    <ClientTexts of={["entries", "people.form", "judgements.judge"]}>
      <div className="grid gap-12">
        <Piece>
          <div className="grid gap-6">
            {isReplay ? <ReplayNotice {...place} asOfMs={asOfMs} /> : null}
            <CustomerHead member={member} page={page} search={search} nowMs={nowMs} />
          </div>
        </Piece>
        {customer.score ? (
          <Piece below>
            <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
              {customer.stage === "departed" ? null : (
                <Advice steps={customer.advice} probability={customer.score.probability} timeZone={timeZone} />
              )}
              <WhatChanged ledger={ledger} search={search} currency={customer.currency} timeZone={timeZone} />
            </div>
          </Piece>
        ) : null}
        {customer.score ? (
          <Piece below>
            <div className="grid gap-4">
              <Reasons {...place} score={customer.score} />
              <LearningNote scoring={scoring} />
            </div>
          </Piece>
        ) : null}
        <Piece below>
          <Journey {...place} view={journey} ranges={JOURNEY_RANGES} isReplay={isReplay} />
        </Piece>
        <EntryList
          externalId={externalId}
          entries={own(entries)}
          removeAction={!isReplay && mayDo(member, "touchpoints.write") ? removeEntryAction : undefined}
          timeZone={timeZone}
        />
        <Piece below>
          <TouchpointList {...place} view={journey} />
        </Piece>
      </div>
    </ClientTexts>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
