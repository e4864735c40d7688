import { useLocale, useTranslations } from "next-intl";
import { ChipLinks } from "@/components/ui/chip-links";
import { BANDS, type Band } from "@/lib/bands/bands";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import { BandMark } from "./band-mark";
import { type LeaderboardSearch, leaderboardHref } from "./leaderboard-href";

type BandFilterProps = Readonly<{ search: LeaderboardSearch; byBand: Readonly<Record<Band, number>> }>;

/** One link for each band with how many current customers are in it, worst first. */
export function BandFilter({ search, byBand }: BandFilterProps) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const all = { href: leaderboardHref(search, { band: null }), label: t("allBands"), current: !search.band };
  const bands = BANDS.toReversed().map((band) => ({
    href: leaderboardHref(search, { band }),
    current: search.band === band,
    label: (
      <>
        <BandMark band={band} className="size-2.5" />
        {t(`bands.${band}`)}
        <span className="tabular-nums text-faint">{formatCount(byBand[band], locale)}</span>
      </>
    ),
  }));
  return <ChipLinks label={t("bandFilter")} items={[all, ...bands]} />;
}
