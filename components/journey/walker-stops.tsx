import { useLocale, useTranslations } from "next-intl";
import { JOURNEY_SLOTS } from "@/lib/charts/journey-chart";
import { type JourneyStop, journeyStops } from "@/lib/charts/journey-stops";
import { formatDay } from "@/lib/format/format-day";
import { formatMoment } from "@/lib/format/format-moment";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";
import { JourneyWalker } from "./journey-walker";

/** So near that the time of day tells stops apart. */
const CLOSE_MS = 4 * 86_400_000;

/** The crosshair with its stories in words. */
export function WalkerStops({ view, timeZone }: Readonly<{ view: JourneyView; timeZone: string }>) {
  const t = useTranslations("journey.walker");
  const locale = localeOf(useLocale());
  const stops = journeyStops(view, JOURNEY_SLOTS);
  const isClose = view.toMs - view.fromMs <= CLOSE_MS;
  return (
    <JourneyWalker
      label={t("label")}
      empty={t("empty")}
      stops={stops.map((stop) => ({
        x: stop.x,
        atMs: (stop.fromMs + stop.toMs) / 2,
        title: isClose ? moments(stop) : days(stop),
        lines: lines(stop),
      }))}
    />
  );

  function days(stop: JourneyStop): string {
    const from = formatDay(stop.fromMs, locale, timeZone);
    const to = formatDay(stop.toMs, locale, timeZone);
    return from === to ? from : t("days", { from, to });
  }

  function moments(stop: JourneyStop): string {
    const from = formatMoment(stop.fromMs, locale, timeZone);
    const to = formatMoment(stop.toMs, locale, timeZone);
    return from === to ? from : t("days", { from, to });
  }

  function lines(stop: JourneyStop): string[] {
    const kinds = stop.kinds.map((kind) => t("kind", { label: kind.label, count: kind.count }));
    const told = stop.kinds.reduce((sum, kind) => sum + kind.count, 0);
    const more = stop.count > told ? [t("more", { count: stop.count - told })] : [];
    const heavy = stop.heavy.map(({ label, points }) =>
      t("points", { label, points: formatPoints(points, locale, 1) }),
    );
    const risk = stop.probability === null ? [] : [t("risk", { risk: formatRisk(stop.probability) })];
    return [...kinds, ...more, ...heavy, ...risk];
  }
}
