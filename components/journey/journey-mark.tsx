import type { JourneyMark as Mark } from "@/lib/charts/journey-chart";

const MIDDLE = 15;

/** Square: speaks against the relationship. Disc: for it. Ring: neither. A halo: weighs most in the risk of today. */
export function JourneyMark({ mark }: Readonly<{ mark: Mark }>) {
  const radius = mark.count === 1 ? 3.5 : Math.min(8, 3.5 + Math.round(Math.sqrt(mark.count - 1) * 9) / 10);
  const place = { x: `${mark.x}%`, y: MIDDLE };
  const shape = <MarkShape valence={mark.valence} radius={radius} {...place} />;
  if (!mark.distress) return shape;
  return (
    <>
      <circle
        cx={place.x}
        cy={MIDDLE}
        r={radius + 5.5}
        className="fill-critical/15 stroke-critical"
        strokeWidth="1.5"
      />
      {shape}
    </>
  );
}

type MarkShapeProps = Readonly<{
  valence: -1 | 0 | 1;
  radius: number;
  /** Where its middle lies; the origin unless told. */
  x?: string;
  y?: number;
}>;

/** The shape alone: one element for each mark, since a long journey has a thousand of them. */
export function MarkShape({ valence, radius, x, y }: MarkShapeProps) {
  if (valence === 1) return <circle cx={x} cy={y} r={radius} className="mark-for" />;
  if (valence === 0) return <circle cx={x} cy={y} r={radius - 0.75} className="mark-neither" />;
  const side = Math.round(radius * 18) / 10;
  return <rect x={x} y={y} width={side} height={side} rx="1" className="mark-against" />;
}
