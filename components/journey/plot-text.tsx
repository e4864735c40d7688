import type { ReactNode } from "react";

type PlotTextProps = Readonly<{
  /** Per cent of the width. */
  x: number;
  y: number | string;
  /** Pixels to the right of x (mirrored on the left side). */
  dx?: number;
  /** Pixels below y. */
  dy?: number;
  /** On which side of x it stands; the left one where the right edge is near, unless told. */
  side?: "left" | "right";
  className?: string;
  children: ReactNode;
}>;

/** Text in a plot, lifted off what lies behind it; it turns to the left where the right edge is near. */
export function PlotText({ x, y, dx = 0, dy, side, className = "fill-muted", children }: PlotTextProps) {
  const end = side ? side === "left" : x > 72;
  return (
    <text
      x={`${x}%`}
      y={y}
      dx={end ? -dx : dx}
      dy={dy}
      textAnchor={end ? "end" : "start"}
      className={`plot-text text-xs ${className}`}
    >
      {children}
    </text>
  );
}
