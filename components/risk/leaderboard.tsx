import { useTranslations } from "next-intl";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import { LeaderboardEntry } from "./leaderboard-entry";
import { LeaderboardHead } from "./leaderboard-head";
import type { LeaderboardSearch } from "./leaderboard-href";

type LeaderboardProps = Readonly<{ rows: readonly LeaderboardRow[]; search: LeaderboardSearch; timeZone: string }>;

/** Customers by risk (or as sorted), with the reason that weighs most in the widest column. */
export function Leaderboard({ rows, search, timeZone }: LeaderboardProps) {
  const t = useTranslations("risk");
  return (
    <div data-dims className="@container">
      <table className="block w-full border-collapse text-base @4xl:table @4xl:table-fixed">
        <caption className="sr-only">{t("caption", { sort: t(`sorts.${search.sort}`) })}</caption>
        <LeaderboardHead search={search} />
        <tbody className="block border-t border-line @4xl:table-row-group @4xl:border-0">
          {rows.map((row) => (
            <LeaderboardEntry key={row.externalId} row={row} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
