import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { BookView } from "@/components/home/book-view";
import { Overview } from "@/components/home/overview";
import { SetUpList } from "@/components/home/set-up-list";
import { NobodyHere } from "@/components/risk/nobody-here";
import { PageHeader } from "@/components/ui/page-header";
import { currentMember } from "@/lib/auth/current-member";
import type { Member } from "@/lib/auth/member";
import { roleMay } from "@/lib/auth/roles";
import { listCustomers } from "@/lib/customers/list-customers";
import { summariseRisk } from "@/lib/customers/summarise-risk";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readBook } from "@/lib/home/read-book";
import { readTrend } from "@/lib/home/read-trend";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { homeSearch } from "@/lib/schemas/home-search";
import { readSetUp } from "@/lib/set-up/read-set-up";
import { confirmSetUpAction } from "./confirm-set-up-action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

type HomeProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

/** Where a day begins: the own book for a manager, what is left to set up for an admin, the overview for a viewer. */
export default async function HomePage({ searchParams }: HomeProps) {
  const { since } = homeSearch.parse(await searchParams);
  const member = await currentMember();
  const { asOf, timeZone, nowMs, horizonDays } = await readOrganisation(member);
  const t = await getTranslations("home");
  const setUp = roleMay(member.role, "settings.write") ? await readSetUp(member) : null;
  const checklist = setUp ? <SetUpList setUp={setUp} confirmAction={confirmSetUpAction} /> : null;
  const book = member.role === "manager" ? await readBook(member, since) : null;
  if (asOf === null || book?.customers === 0) {
    if (setUp === null) return <NobodyHere title={t("title")} ownBook={asOf !== null} mayImport={false} />;
    return (
      <div className="grid gap-10">
        <PageHeader title={t("title")} />
        {checklist}
      </div>
    );
  }
  const locale = localeOf(await getLocale());
  const lead = t("lead", {
    date: formatDay(nowMs, locale, timeZone),
    asOf: formatDay(asOf, locale, timeZone),
    days: horizonDays,
  });
  return (
    <div className="grid gap-10">
      <PageHeader title={t("title")} lead={lead} />
      {checklist}
      {book ? (
        <BookView book={(await ownLabels())(book)} nowMs={nowMs} timeZone={timeZone} />
      ) : (
        <Overview {...(await overviewOf(member))} timeZone={timeZone} />
      )}
    </div>
  );
}

const MOST_AT_STAKE = 6;

async function overviewOf(member: Member) {
  const [summary, { items: mostAtStake }, runs] = await Promise.all([
    summariseRisk(member),
    listCustomers(member, { sort: "-valueAtRisk", stage: "current", limit: MOST_AT_STAKE }),
    readTrend(member),
  ]);
  return { summary, mostAtStake, runs };
}
