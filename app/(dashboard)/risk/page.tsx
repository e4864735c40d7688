import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { LearningNote } from "@/components/models/learning-note";
import { BandFilter } from "@/components/risk/band-filter";
import { BoardCount } from "@/components/risk/board-count";
import { ExportLink } from "@/components/risk/export-link";
import { Leaderboard } from "@/components/risk/leaderboard";
import { LeaderboardFilters } from "@/components/risk/leaderboard-filters";
import { type LeaderboardSearch, leaderboardHref, leaderboardQuery } from "@/components/risk/leaderboard-href";
import { LookMenu } from "@/components/risk/look-menu";
import { NobodyHere } from "@/components/risk/nobody-here";
import { RiskSummary } from "@/components/risk/risk-summary";
import { ViewsBar } from "@/components/risk/views-bar";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Piece } from "@/components/ui/piece";
import { currentMember } from "@/lib/auth/current-member";
import { roleMay } from "@/lib/auth/roles";
import { countCustomers } from "@/lib/customers/count-customers";
import { listCustomers } from "@/lib/customers/list-customers";
import { listOwners } from "@/lib/customers/list-owners";
import { loadRowExtras } from "@/lib/customers/load-row-extras";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { AppError } from "@/lib/errors";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readScoringState } from "@/lib/models/read-scoring-state";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { CUSTOMER_SORTS, customerListSearch, STAGE_FILTERS } from "@/lib/schemas/customer-list";
import { filterOf } from "@/lib/schemas/filter-of";
import { DENSITIES, LEADERBOARD_COLUMNS, USUAL_COLUMNS } from "@/lib/schemas/leaderboard-look";
import { listQueryOf } from "@/lib/schemas/list-query-of";
import { listViews } from "@/lib/views/list-views";
import { BulkTools } from "./bulk-tools";
import { moreRowsAction } from "./more-rows-action";
import {
  changeViewAction,
  defaultViewAction,
  deleteViewAction,
  saveViewAction,
  updateViewAction,
} from "./view-actions";

/** What a desk's screen holds; more comes as one goes down. */
const PAGE_SIZE = 25;
const VIEW_ACTIONS = {
  save: saveViewAction,
  change: changeViewAction,
  update: updateViewAction,
  remove: deleteViewAction,
  makeDefault: defaultViewAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("risk"))("title") };
}

type RiskPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function RiskPage({ searchParams }: RiskPageProps) {
  const asked = await searchParams;
  const search = customerListSearch.parse(asked);
  const member = await currentMember();
  const views = await listViews(member);
  const first = views.find((view) => view.isDefault);
  if (first && Object.keys(asked).length === 0) redirect(`/risk?${first.query}${first.query && "&"}view=${first.id}`);
  const [organisation, summary, owners, scoring, page, count] = await Promise.all([
    readOrganisation(member),
    summariseRisk(member),
    listOwners(member),
    readScoringState(member),
    listCustomers(member, listQueryOf(search, PAGE_SIZE)).catch(orFirstPage(search)),
    countCustomers(member, filterOf(search)),
  ]);
  const extras = await loadRowExtras(member, page.items);
  const columns = search.columns ?? USUAL_COLUMNS;
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
        <Piece>
          <ViewsBar
            search={search}
            views={views}
            mayShare={roleMay(member.role, "customers.write")}
            actions={VIEW_ACTIONS}
          />
          <BandFilter search={search} byBand={summary.byBand} />
        </Piece>
        <Piece>
          <LeaderboardFilters search={search} owners={owners} stages={STAGE_FILTERS} sorts={CUSTOMER_SORTS} />
        </Piece>
      </div>
      {page.items.length > 0 ? (
        <div className="grid gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <BoardCount {...count} />
            <div className="flex flex-wrap gap-2">
              <ExportLink search={search} />
              <LookMenu
                search={search}
                columns={columns}
                all={LEADERBOARD_COLUMNS}
                densities={DENSITIES}
                query={leaderboardQuery(search)}
              />
            </div>
          </div>
          <Piece>
            <Leaderboard
              rows={own(page.items)}
              extras={extras}
              columns={columns}
              search={search}
              timeZone={timeZone}
              nextCursor={page.nextCursor}
              more={moreRowsAction}
              bulk={roleMay(member.role, "customers.write") ? <BulkTools member={member} search={search} /> : undefined}
            />
          </Piece>
        </div>
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
