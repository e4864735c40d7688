import { useLocale, useTranslations } from "next-intl";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import { formatList } from "@/lib/format/format-list";
import { localeOf } from "@/lib/format/locale-of";
import { FEWEST_TOUCHPOINTS, RECENT_DAYS } from "@/lib/scoring/reasons/has-thin-evidence";

/** The badge of a score behind which there is too little, with what is missing. */
export function ThinEvidence({ row }: Readonly<{ row: Pick<LeaderboardRow, "renewsOn" | "mrrMinor"> }>) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const missing = [
    ...(row.renewsOn === null ? [t("missing.renewsOn")] : []),
    ...(row.mrrMinor === null ? [t("missing.mrr")] : []),
  ];
  const title = t("thinTitle", {
    needed: FEWEST_TOUCHPOINTS,
    days: RECENT_DAYS,
    missing: missing.length > 0 ? formatList(missing, locale) : "none",
  });
  return (
    <span title={title} className="ms-1.5 rounded-md border border-edge/60 border-dashed px-1 text-xs text-muted">
      {t("thin")}
      <span className="sr-only">. {title}</span>
    </span>
  );
}
