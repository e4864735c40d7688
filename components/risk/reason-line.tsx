import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type { ReasonBar } from "@/lib/charts/reason-bars";
import { formatPoints } from "@/lib/format/format-points";
import { localeOf } from "@/lib/format/locale-of";
import { REASON_COLUMNS } from "./reason-columns";

type ReasonLineProps = Readonly<{
  bar: ReasonBar;
  zero: number;
  /** "frame" for where it starts and what it comes to; the reasons between are "reason". */
  look: "frame" | "reason";
  /** What the points mean, for those who do not see the bar. */
  spoken: string;
  children: ReactNode;
}>;

/** What it is in words, its bar from the zero line, its points. */
export function ReasonLine({ bar, zero, look, spoken, children }: ReasonLineProps) {
  const locale = localeOf(useLocale());
  const fill = look === "frame" ? "fill-faint" : bar.points < 0 ? "fill-good" : "fill-ink";
  return (
    <span className={REASON_COLUMNS}>
      <span className="min-w-0">{children}</span>
      <svg
        aria-hidden="true"
        className="order-last col-span-2 h-3.5 w-full overflow-hidden lg:order-none lg:overflow-visible lg:col-span-1"
      >
        <rect x={`${bar.offset}%`} width={`${bar.width}%`} y="1" height="12" rx="1.5" className={fill} />
        {bar.cut ? (
          <svg x={`${bar.offset + bar.width / 6}%`} className="overflow-visible" aria-hidden="true">
            <path d="M0 16 5-2M5 16 10-2" className="stroke-paper" strokeWidth="2.5" />
          </svg>
        ) : null}
        <line x1={`${zero}%`} x2={`${zero}%`} y1="-40" y2="40" className="stroke-edge" strokeWidth="1" />
      </svg>
      <span className="text-end font-medium tabular-nums">
        <span aria-hidden>{formatPoints(bar.points, locale, 1)}</span>
        <span className="sr-only">{spoken}</span>
      </span>
    </span>
  );
}
