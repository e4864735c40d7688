import { useTranslations } from "next-intl";
import type { TimeLeft } from "@/lib/journey/time-left";
import { DENSE_HIDES } from "./leaderboard-cell-class";

/** How many days there are to act, and what ends them. */
export function TimeLeftText({ left: { days, until } }: Readonly<{ left: TimeLeft }>) {
  const t = useTranslations("risk.timeLeft");
  return (
    <>
      <span className="block">{t("days", { days })}</span>
      <span className={`block text-xs text-faint ${DENSE_HIDES}`}>{t(`until.${until}`)}</span>
    </>
  );
}
