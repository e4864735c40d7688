import { useLocale, useTranslations } from "next-intl";
import { ChipLinks } from "@/components/ui/chip-links";
import { Section } from "@/components/ui/section";
import { prepareJourney } from "@/lib/charts/journey-chart";
import { formatDay } from "@/lib/format/format-day";
import { formatRisk } from "@/lib/format/format-risk";
import { localeOf } from "@/lib/format/locale-of";
import type { JourneyView } from "@/lib/journey/journey-view";
import type { JourneyRange, JourneySearch } from "@/lib/schemas/journey-search";
import { AxisRow } from "./axis-row";
import { ConfigurationList } from "./configuration-list";
import { CurveRow } from "./curve-row";
import { journeyHref } from "./journey-href";
import { JourneyNavigator } from "./journey-navigator";
import { LaneRow } from "./lane-row";
import { MarkKey } from "./mark-key";
import { PlotFrame } from "./plot-frame";
import { PlotHead } from "./plot-head";
import { PLOT_INSET } from "./plot-row";
import { StageRow } from "./stage-row";
import { WalkerStops } from "./walker-stops";

type JourneyProps = Readonly<{
  externalId: string;
  view: JourneyView;
  search: JourneySearch;
  ranges: readonly JourneyRange[];
  /** It tells the past. */
  isReplay: boolean;
  timeZone: string;
}>;

/** A customer's journey: the risk above, what happened below it by category, the stages at the foot, the future hatched. */
export function Journey({ externalId, view, search, ranges, isReplay, timeZone }: JourneyProps) {
  const t = useTranslations("journey");
  const locale = localeOf(useLocale());
  const chart = prepareJourney(view);
  const from = formatDay(view.fromMs, locale, timeZone);
  const to = formatDay(view.toMs, locale, timeZone);
  const rangeLinks = ranges.map((range) => ({
    href: journeyHref(externalId, search, { range }),
    label: t(`ranges.${range}`),
    current: !search.from && search.range === range,
  }));
  const words = {
    zoomIn: t("navigator.zoomIn"),
    zoomOut: t("navigator.zoomOut"),
    strip: t("navigator.strip"),
    first: t("navigator.first"),
    last: t("navigator.last"),
    hint: t("navigator.hint"),
  };
  const allLanes = { href: journeyHref(externalId, search, { lane: null }), label: t("lanes.all"), current: false };
  return (
    <Section
      title={t("title")}
      description={t("description", { shown: view.touchpoints.length, from, to })}
      actions={
        <>
          {search.lane ? <ChipLinks stay label={t("lanes.label")} items={[allLanes]} /> : null}
          <ChipLinks stay label={t("ranges.label")} items={rangeLinks} />
        </>
      }
    >
      <figure data-dims className="grid gap-3">
        <figcaption className="sr-only">
          {t("chart.label", { from, to, risk: chart.end ? formatRisk(chart.end.probability) : t("chart.unknown") })}
        </figcaption>
        <ConfigurationList changes={view.configurationChanges} timeZone={timeZone} />
        <JourneyNavigator
          externalId={externalId}
          search={search}
          shown={{ fromMs: view.fromMs, toMs: view.toMs }}
          whole={view.whole}
          asOfMs={view.asOfMs}
          timeZone={timeZone}
          words={words}
        >
          {/* Time runs from left to right in every language. */}
          <div dir="ltr" className="relative isolate overflow-x-clip">
            <PlotFrame chart={chart} />
            <div className="relative">
              <PlotHead view={view} chart={chart} isReplay={isReplay} timeZone={timeZone} />
              <CurveRow view={view} chart={chart} timeZone={timeZone} />
              <div className="pt-2">
                {chart.lanes.map((lane) => (
                  <LaneRow
                    key={lane.category}
                    lane={lane}
                    href={journeyHref(externalId, search, { lane: lane.category })}
                  />
                ))}
              </div>
              {chart.lanes.length === 0 ? <p className="py-3 text-sm text-muted sm:ps-32">{t("chart.empty")}</p> : null}
              <StageRow ribbon={chart.ribbon} />
              <AxisRow ticks={chart.ticks} timeZone={timeZone} />
            </div>
            <div className={PLOT_INSET}>
              <WalkerStops view={view} timeZone={timeZone} />
            </div>
          </div>
        </JourneyNavigator>
        <MarkKey />
      </figure>
    </Section>
  );
}
