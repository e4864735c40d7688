import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { JourneyLane } from "@/lib/charts/journey-chart";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import { JourneyMark } from "./journey-mark";
import { PlotRow } from "./plot-row";
import { PlotText } from "./plot-text";

type LaneRowProps = Readonly<{ lane: JourneyLane; href: string }>;

/** What happened in one category; its name leads to that category alone. */
export function LaneRow({ lane, href }: LaneRowProps) {
  const categories = useTranslations("kinds.categories");
  const locale = localeOf(useLocale());
  const label = (
    <Link
      prefetch={false}
      href={href}
      scroll={false}
      className="relative z-10 inline-flex min-h-6 items-center gap-1 text-inherit no-underline hover:text-ink hover:underline"
    >
      {categories(lane.category)} <span className="tabular-nums text-faint">{formatCount(lane.count, locale)}</span>
    </Link>
  );
  return (
    <PlotRow label={label}>
      <svg aria-hidden="true" className="block h-[30px] w-full overflow-visible">
        <line x1="0" x2="100%" y1="15" y2="15" className="stroke-line" />
        {lane.marks.map((mark) => (
          <JourneyMark key={`${mark.x} ${mark.valence}`} mark={mark} />
        ))}
        {lane.marks.map((mark) =>
          mark.label ? (
            <PlotText
              key={mark.x}
              x={mark.x}
              y="19"
              dx={13}
              side={mark.label.side}
              className={`fill-ink font-medium ${mark.label.roomy ? "" : "max-sm:hidden"}`}
            >
              {mark.label.text}
            </PlotText>
          ) : null,
        )}
      </svg>
    </PlotRow>
  );
}
