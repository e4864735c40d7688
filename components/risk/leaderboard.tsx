import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import type { RowExtras } from "@/lib/customers/load-row-extras";
import type { ServerAction } from "@/lib/http/action-state";
import type { LeaderboardColumn } from "@/lib/schemas/leaderboard-look";
import { EndlessRows, type RowPage } from "./endless-rows";
import { LeaderboardEntry } from "./leaderboard-entry";
import { LeaderboardHead } from "./leaderboard-head";
import { type LeaderboardSearch, leaderboardHref, leaderboardQuery } from "./leaderboard-href";
import { RowLinks } from "./row-links";
import { SelectionProvider } from "./selection";

const USUAL_COLUMNS = 6;

type LeaderboardProps = Readonly<{
  rows: readonly LeaderboardRow[];
  extras?: ReadonlyMap<string, RowExtras>;
  columns: readonly LeaderboardColumn[];
  search: LeaderboardSearch;
  timeZone: string;
  nextCursor?: string | null;
  /** Gives the rows after a cursor; without it there are links to the next page only. */
  more?: ServerAction<RowPage>;
  /** What can be done to those who are selected; without it nobody can be. */
  bulk?: ReactNode;
}>;

/** Customers by risk (or as sorted), with the reason that weighs most in the widest column; more of them as one goes down. */
export function Leaderboard({ search, columns, nextCursor = null, more, bulk, ...page }: LeaderboardProps) {
  const t = useTranslations("risk");
  const board = useTranslations("board.more");
  const first = page.rows.map((row) => ({
    id: row.externalId,
    node: (
      <LeaderboardEntry
        row={row}
        extras={page.extras?.get(row.externalId)}
        columns={columns}
        timeZone={page.timeZone}
        selectable={bulk !== undefined}
      />
    ),
  }));
  const query = leaderboardQuery(search);
  const table = (
    <RowLinks density={search.density ?? "comfortable"} className="group/board @container">
      <EndlessRows
        key={query}
        query={query}
        first={first}
        nextCursor={nextCursor}
        nextHref={nextCursor === null ? null : leaderboardHref(search, { cursor: nextCursor })}
        startHref={search.cursor ? leaderboardHref(search, {}) : null}
        more={more}
        wide={columns.length > USUAL_COLUMNS}
        words={{
          label: t("page.label"),
          next: t("page.next"),
          start: t("page.first"),
          shown: board.raw("shown"),
          loading: board("loading"),
          failed: board("failed"),
        }}
      >
        <caption className="sr-only">{t("caption", { sort: t(`sorts.${search.sort}`) })}</caption>
        <LeaderboardHead search={search} columns={columns} selectable={bulk !== undefined} />
      </EndlessRows>
      {bulk}
    </RowLinks>
  );
  return bulk === undefined ? table : <SelectionProvider key={query}>{table}</SelectionProvider>;
}
