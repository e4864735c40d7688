import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { type LeaderboardSearch, leaderboardHref } from "./leaderboard-href";

type PageLinksProps = Readonly<{
  search: LeaderboardSearch;
  shown: number;
  pageSize: number;
  nextCursor: string | null;
}>;

/** The way to the next page and back to the start; the browser's own Back goes one page back. */
export function PageLinks({ search, shown, pageSize, nextCursor }: PageLinksProps) {
  const t = useTranslations("risk.page");
  return (
    <nav aria-label={t("label")} className="no-print flex flex-wrap items-center justify-between gap-3">
      <span className="text-sm text-faint">{t("shown", { count: shown })}</span>
      <span className="flex gap-2">
        {search.cursor ? (
          <ButtonLink size="sm" href={leaderboardHref(search, { cursor: null })}>
            {t("first")}
          </ButtonLink>
        ) : null}
        {nextCursor ? (
          <ButtonLink size="sm" href={leaderboardHref(search, { cursor: nextCursor })}>
            {t("next", { count: pageSize })}
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  );
}
