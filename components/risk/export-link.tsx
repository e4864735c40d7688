import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { filterParams } from "./filter-params";
import type { LeaderboardSearch } from "./leaderboard-href";

/** Everything that the leaderboard lists now, as a file: not only the page that is on the screen. */
export function ExportLink({ search }: Readonly<{ search: LeaderboardSearch }>) {
  const t = useTranslations("board");
  const query = new URLSearchParams(filterParams(search));
  return (
    <a
      href={`/api/v1/customers.csv?${query}`}
      download="customers.csv"
      className={`no-print ${buttonClass("secondary", "sm")}`}
    >
      <Download aria-hidden className="size-4" />
      {t("export")}
    </a>
  );
}
