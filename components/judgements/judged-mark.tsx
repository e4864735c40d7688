import { UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { BandMark } from "@/components/risk/band-mark";
import { formatDay } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { StandingJudgement } from "@/lib/judgements/judgement-view";

type JudgedMarkProps = Readonly<{ judgement: StandingJudgement; timeZone: string }>;

/** What a person thinks of a risk, under what the model says. */
export function JudgedMark({ judgement, timeZone }: JudgedMarkProps) {
  const t = useTranslations("judgements");
  const bands = useTranslations("risk.bands");
  const locale = localeOf(useLocale());
  const { said, author, reason, expiresAtMs, disagrees } = judgement;
  const band = bands(said.band);
  const risk = said.probability === null ? band : t("panel.risk", { risk: formatRisk(said.probability), band });
  const title = t("row.title", { author, said: risk, until: formatDay(expiresAtMs, locale, timeZone), reason });
  return (
    <span
      title={title}
      className={`mt-0.5 flex items-center gap-1 text-xs whitespace-nowrap ${disagrees ? "font-medium text-ink" : "text-faint"}`}
    >
      <UserRound aria-hidden className="size-3 shrink-0" />
      <span className="sr-only">{title}</span>
      <span aria-hidden className="flex items-center gap-1 tabular-nums">
        {said.probability === null ? null : formatRisk(said.probability)}
        <BandMark band={said.band} className="size-2.5" />
        {band}
      </span>
    </span>
  );
}
