import type { EffectSketch } from "@/lib/charts/effect-sketch";

/** The shape of an effect, small: above the line is worse. The words beside it say the same. */
export function EffectPicture({ sketch }: Readonly<{ sketch: EffectSketch }>) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="block h-10 w-28 overflow-visible"
    >
      <line
        x1="0"
        x2="100"
        y1={sketch.zeroY}
        y2={sketch.zeroY}
        className="stroke-edge"
        vectorEffect="non-scaling-stroke"
      />
      {sketch.path === "" ? null : (
        <path
          d={sketch.path}
          fill="none"
          className="stroke-accent"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      )}
      {sketch.bars.map(({ key, x, y, width, height }) => (
        <rect key={key} x={x} y={y} width={width} height={height} className="fill-accent" />
      ))}
    </svg>
  );
}
