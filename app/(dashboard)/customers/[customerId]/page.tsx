import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Journey } from "@/components/journey/journey";
import { ReplayBar } from "@/components/journey/replay-bar";
import { ReplayNotice } from "@/components/journey/replay-notice";
import { TouchpointList } from "@/components/journey/touchpoint-list";
import { WhatChanged } from "@/components/ledger/what-changed";
import { Advice } from "@/components/risk/advice";
import { CustomerHeader } from "@/components/risk/customer-header";
import { Reasons } from "@/components/risk/reasons";
import { currentMember } from "@/lib/auth/current-member";
import { readCustomerPage } from "@/lib/customers/read-customer-page";
import { AppError } from "@/lib/errors";
import { JOURNEY_RANGES, journeySearch } from "@/lib/schemas/journey-search";

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
  const page = await readCustomerPage(member, externalId, search).catch(orNotFound);
  const { customer, journey, ledger, asOfMs, isReplay, horizonDays, timeZone } = page;
  const place = { externalId, search, timeZone };
  return (
    <div className="grid gap-12">
      <div className="grid gap-6">
        {isReplay ? <ReplayNotice {...place} asOfMs={asOfMs} /> : null}
        <CustomerHeader customer={customer} horizonDays={horizonDays} timeZone={timeZone} nowMs={asOfMs} />
        <ReplayBar {...place} asOfMs={asOfMs} isReplay={isReplay} />
      </div>
      {customer.score ? (
        <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
          {customer.stage === "departed" ? null : (
            <Advice steps={customer.advice} probability={customer.score.probability} timeZone={timeZone} />
          )}
          <WhatChanged ledger={ledger} search={search} currency={customer.currency} timeZone={timeZone} />
        </div>
      ) : null}
      {customer.score ? <Reasons score={customer.score} timeZone={timeZone} /> : null}
      <Journey {...place} view={journey} ranges={JOURNEY_RANGES} isReplay={isReplay} />
      <TouchpointList {...place} view={journey} />
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
