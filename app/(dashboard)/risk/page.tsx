import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { LearningNote } from "@/components/models/learning-note";
import { BandFilter } from "@/components/risk/band-filter";
import { Leaderboard } from "@/components/risk/leaderboard";
import { LeaderboardFilters } from "@/components/risk/leaderboard-filters";
import { type LeaderboardSearch, leaderboardHref } from "@/components/risk/leaderboard-href";
import { NobodyHere } from "@/components/risk/nobody-here";
import { PageLinks } from "@/components/risk/page-links";
import { RiskSummary } from "@/components/risk/risk-summary";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { currentMember } from "@/lib/auth/current-member";
import { roleMay } from "@/lib/auth/roles";
import { listCustomers } from "@/lib/customers/list-customers";
import { listOwners } from "@/lib/customers/list-owners";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { AppError } from "@/lib/errors";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { CUSTOMER_SORTS, customerListSearch, STAGE_FILTERS } from "@/lib/schemas/customer-list";
import { listQueryOf } from "@/lib/schemas/list-query-of";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("risk"))("title") };
}

type RiskPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function RiskPage({ searchParams }: RiskPageProps) {
  const search = customerListSearch.parse(await searchParams);
  const member = await currentMember();
  const [organisation, summary, owners, scoring, page] = await Promise.all([
    readOrganisation(member),
    summariseRisk(member),
    listOwners(member),
    readScoringState(member),
    listCustomers(member, listQueryOf(search, PAGE_SIZE)).catch(orFirstPage(search)),
  ]);
  const t = await getTranslations("risk");
  const own = await ownLabels();
  const { horizonDays, asOf, timeZone } = organisation;
  if (asOf === null || summary.customers + summary.departed === 0) {
    const ownBook = asOf !== null && member.role === "manager" && member.managerScope === "own-book";
    return <NobodyHere title={t("title")} ownBook={ownBook} mayImport={roleMay(member.role, "imports.write")} />;
  }
  const date = formatDay(asOf, localeOf(await getLocale()), timeZone);
  return (
    <div className="grid gap-6">
      <PageHeader title={t("title")} lead={t("direction", { days: horizonDays, date })} />
      <RiskSummary {...summary} atRisk={summary.byBand["at-risk"] + summary.byBand.critical} />
      <div className="grid gap-3">
        <BandFilter search={search} byBand={summary.byBand} />
        <LeaderboardFilters search={search} owners={owners} stages={STAGE_FILTERS} sorts={CUSTOMER_SORTS} />
      </div>
      {page.items.length > 0 ? (
        <>
          <Leaderboard rows={own(page.items)} search={search} timeZone={timeZone} />
          <PageLinks search={search} shown={page.items.length} pageSize={PAGE_SIZE} nextCursor={page.nextCursor} />
        </>
      ) : (
        <Notice title={t("noMatch.title")}>{t("noMatch.body")}</Notice>
      )}
      <LearningNote scoring={scoring} />
    </div>
  );
}

/** A cursor of another sort or time leads back to the first page; anything else is a real failure. */
function orFirstPage(search: LeaderboardSearch) {
  return (error: unknown): never => {
    if (error instanceof AppError && error.code === "bad-request" && search.cursor) {
      redirect(leaderboardHref(search, { cursor: null }));
    }
    throw error;
  };
}
