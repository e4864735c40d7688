interface Corner {
  readonly point: readonly number[];
  readonly value: number;
}

export interface MinimiseOptions {
  /** Distance of the first corners from the start. */
  readonly size: number;
  readonly mostSteps: number;
  /** Ends when the corners' values differ by no more than this. */
  readonly tolerance: number;
}

/**
 * A minimum of a smooth function of few numbers, without derivatives.
 * Source: Nelder and Mead 1965, A simplex method for function minimization, with the usual 1, 2, 1/2, 1/2.
 */
export function minimise(
  measure: (point: readonly number[]) => number,
  start: readonly number[],
  { size, mostSteps, tolerance }: MinimiseOptions,
): readonly number[] {
  const cornerAt = (point: readonly number[]): Corner => ({ point, value: measure(point) });
  const corners = [start, ...start.map((_, at) => start.map((one, other) => (other === at ? one + size : one)))].map(
    cornerAt,
  );
  for (let step = 0; step < mostSteps; step++) {
    corners.sort((one, other) => one.value - other.value);
    const best = corners[0] as Corner;
    const worst = corners.at(-1) as Corner;
    if (worst.value - best.value <= tolerance) break;
    const centre = centreOf(corners.slice(0, -1));
    const along = (factor: number) =>
      cornerAt(centre.map((one, at) => one + factor * (one - (worst.point[at] as number))));
    const replacement = improve(along, { best, worst, second: corners.at(-2) as Corner });
    if (replacement) corners[corners.length - 1] = replacement;
    else {
      for (let at = 1; at < corners.length; at++) {
        const { point } = corners[at] as Corner;
        corners[at] = cornerAt(point.map((one, axis) => (one + (best.point[axis] as number)) / 2));
      }
    }
  }
  return corners.reduce((best, one) => (one.value < best.value ? one : best)).point;
}

function centreOf(corners: readonly Corner[]): readonly number[] {
  const [first] = corners as [Corner];
  return first.point.map(
    (_, at) => corners.reduce((sum, { point }) => sum + (point[at] as number), 0) / corners.length,
  );
}

/** What replaces the worst corner: reflected, stretched or contracted; undefined when none of these is better. */
function improve(
  along: (factor: number) => Corner,
  { best, second, worst }: Readonly<Record<"best" | "second" | "worst", Corner>>,
): Corner | undefined {
  const reflected = along(1);
  if (reflected.value < best.value) {
    const stretched = along(2);
    return stretched.value < reflected.value ? stretched : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}
