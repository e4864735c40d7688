import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Journey } from "@/components/journey/journey";
import { TouchpointList } from "@/components/journey/touchpoint-list";
import { WhatChanged } from "@/components/ledger/what-changed";
import { Advice } from "@/components/risk/advice";
import { CustomerHeader } from "@/components/risk/customer-header";
import { Reasons } from "@/components/risk/reasons";
import { currentMember } from "@/lib/auth/current-member";
import { readCustomer } from "@/lib/customers/read-customer";
import { readJourney } from "@/lib/customers/read-journey";
import { AppError } from "@/lib/errors";
import { readLedger } from "@/lib/ledger/read-ledger";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { JOURNEY_DAYS, JOURNEY_RANGES, journeySearch } from "@/lib/schemas/journey-search";

const DAY_MS = 86_400_000;
/** Earlier changes of the risk shown at once when they are asked for. */
const EARLIER_CHANGES = 30;

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
  const { horizonDays, timeZone, asOf, nowMs } = await readOrganisation(member);
  const asOfMs = asOf ? Date.parse(asOf) : nowMs;
  const fromMs = Math.max(0, asOfMs - JOURNEY_DAYS[search.range] * DAY_MS);
  const [customer, journey, ledger] = await Promise.all([
    readCustomer(member, externalId),
    readJourney(member, externalId, { fromMs }),
    readLedger(member, externalId, { limit: search.changes ? EARLIER_CHANGES : 1 }),
  ]).catch(orNotFound);
  const view = {
    ...journey,
    fromMs: Math.max(journey.fromMs, journey.firstMs),
    touchpoints: journey.touchpoints.filter(({ category }) => !search.lane || category === search.lane),
  };
  return (
    <div className="grid gap-12">
      <CustomerHeader customer={customer} horizonDays={horizonDays} timeZone={timeZone} nowMs={asOfMs} />
      {customer.score ? (
        <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
          {customer.stage === "departed" ? null : (
            <Advice steps={customer.advice} probability={customer.score.probability} timeZone={timeZone} />
          )}
          <WhatChanged ledger={ledger} search={search} currency={customer.currency} timeZone={timeZone} />
        </div>
      ) : null}
      {customer.score ? <Reasons score={customer.score} timeZone={timeZone} /> : null}
      <Journey externalId={externalId} view={view} search={search} ranges={JOURNEY_RANGES} timeZone={timeZone} />
      <TouchpointList externalId={externalId} view={view} search={search} timeZone={timeZone} />
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
