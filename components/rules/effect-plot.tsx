import { useLocale } from "next-intl";
import { effectCurve } from "@/lib/charts/effect-curve";
import { numberFormat } from "@/lib/format/intl-cache";
import { localeOf } from "@/lib/format/locale-of";
import type { RampEffect, StepEffect } from "@/lib/scoring/rule-definition";

/** The points of a ramp or of steps as a small curve: above the line raises the risk. The sentence says the same in words. */
export function EffectPlot({ effect }: Readonly<{ effect: RampEffect | StepEffect }>) {
  const locale = localeOf(useLocale());
  const curve = effectCurve(effect);
  if (curve === null) return null;
  const points = numberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const values = numberFormat(locale, { maximumFractionDigits: 2 });
  return (
    <div aria-hidden="true" className="grid max-w-md grid-cols-[auto_1fr] gap-x-2 text-xs text-muted tabular-nums">
      <div className="flex flex-col justify-between py-px text-end leading-none">
        <span>{points.format(curve.most)}</span>
        <span>{points.format(curve.least)}</span>
      </div>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 60"
        preserveAspectRatio="none"
        className="block h-24 w-full overflow-visible"
      >
        <line
          x1="0"
          x2="100"
          y1={curve.zeroY}
          y2={curve.zeroY}
          className="stroke-edge"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={curve.path}
          fill="none"
          className="stroke-accent"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      </svg>
      <div className="relative col-start-2 mt-1 h-4">
        {curve.ticks.map(({ value, x }) => (
          <span key={value} className="absolute -translate-x-1/2" style={{ left: `${x}%` }}>
            {values.format(value)}
          </span>
        ))}
      </div>
    </div>
  );
}
