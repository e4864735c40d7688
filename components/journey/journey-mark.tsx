import type { JourneyMark as Mark } from "@/lib/charts/journey-chart";

const MIDDLE = 15;

/** Square: speaks against the relationship. Disc: for it. Ring: neither. A halo: weighs most in the risk of today. */
export function JourneyMark({ mark, story }: Readonly<{ mark: Mark; story: string }>) {
  const radius = mark.count === 1 ? 3.5 : Math.min(8, 3.5 + Math.sqrt(mark.count - 1) * 0.9);
  return (
    <svg x={`${mark.x}%`} y={MIDDLE} className="overflow-visible" aria-hidden="true">
      <title>{story}</title>
      {mark.distress ? (
        <circle r={radius + 5.5} className="fill-critical/15 stroke-critical" strokeWidth="1.5" />
      ) : null}
      <MarkShape valence={mark.valence} radius={radius} />
    </svg>
  );
}

/** The shape alone, around the origin. */
export function MarkShape({ valence, radius }: Readonly<{ valence: -1 | 0 | 1; radius: number }>) {
  if (valence === 1) return <circle r={radius} className="fill-good stroke-paper" />;
  if (valence === 0) return <circle r={radius - 0.75} className="fill-paper stroke-faint" strokeWidth="1.5" />;
  const side = radius * 1.8;
  return <rect x={-side / 2} y={-side / 2} width={side} height={side} rx="1" className="fill-ink stroke-paper" />;
}
