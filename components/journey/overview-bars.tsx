type OverviewBarsProps = Readonly<{ counts: readonly number[] /** Per cent of the width. */; nowX: number }>;

/** How much happened when, over the whole journey, as bars from one foot. */
export function OverviewBars({ counts, nowX }: OverviewBarsProps) {
  // Not by spreading: the list is short today, but it is the journey that says how long.
  const most = counts.reduce((highest, count) => Math.max(highest, count), 1);
  const path = counts
    .map((count, at) => (count === 0 ? "" : `M${at + 0.5} 100V${100 - Math.max(6, (count / most) * 96)}`))
    .join("");
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, counts.length)} 100`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      <path d={path} fill="none" strokeWidth="3" vectorEffect="non-scaling-stroke" className="stroke-faint" />
      <line
        x1={(nowX / 100) * counts.length}
        x2={(nowX / 100) * counts.length}
        y1="0"
        y2="100"
        vectorEffect="non-scaling-stroke"
        className="stroke-muted"
      />
    </svg>
  );
}
