import { roundToSum } from "./round-to-sum";

export type ReasonBar = Readonly<{
  key: string;
  /** Points rounded to one digit such that start and reasons add up to the total. */
  points: number;
  /** Where the bar begins and how long it is, in per cent of the width of the column. */
  offset: number;
  width: number;
  /** Longer than there is room for: drawn shorter, with a break. */
  cut: boolean;
}>;

type ReasonBars = Readonly<{
  /** Where the zero line stands, in per cent. */
  zero: number;
  start: ReasonBar;
  /** The reasons that are told one by one. */
  reasons: readonly ReasonBar[];
  /** All others together; null where there are none. */
  smaller: ReasonBar | null;
  total: ReasonBar;
  /** The reasons' rounded points together. */
  reasonsPoints: number;
}>;

/** The start is drawn at most that many times as long as the longest other bar. */
const CUT_AT = 1.25;

type Input = Readonly<{
  interceptPoints: number;
  totalPoints: number;
  /** Largest first. */
  reasons: readonly Readonly<{ key: string; points: number }>[];
  /** How many are told one by one; all unless told. */
  most?: number;
}>;

/**
 * Signed bars from one zero line: where everyone starts, each reason, and what they come to together. The start is often
 * many times as long as any reason; it is cut so that the reasons can be told apart.
 */
export function prepareReasonBars({ interceptPoints, totalPoints, reasons, most }: Input): ReasonBars {
  const told = reasons.slice(0, most);
  const others = reasons.slice(told.length);
  const lines = others.length > 0 ? [...told, together(others)] : told;
  const shown = [totalPoints, ...lines.map((line) => line.points)];
  const longest = CUT_AT * Math.max(...shown.map(Math.abs)) || Math.abs(interceptPoints);
  const startShown = Math.sign(interceptPoints) * Math.min(Math.abs(interceptPoints), longest);
  const low = Math.min(0, startShown, ...shown);
  const high = Math.max(0, startShown, ...shown);
  const span = high - low || 1;
  const place = (points: number) => ((points - low) / span) * 100;
  const [start = 0, ...rounded] = roundToSum([interceptPoints, ...lines.map((line) => line.points)], 1);
  const bar = (key: string, exact: number, points: number): ReasonBar => ({
    key,
    points,
    offset: place(Math.min(0, exact)),
    width: (Math.abs(exact) / span) * 100,
    cut: false,
  });
  const reasonsPoints = rounded.reduce((sum, points) => sum + points, 0);
  const bars = lines.map((line, index) => bar(line.key, line.points, rounded[index] ?? 0));
  return {
    zero: place(0),
    start: { ...bar("start", startShown, start), cut: startShown !== interceptPoints },
    reasons: bars.slice(0, told.length),
    smaller: bars[told.length] ?? null,
    total: bar("total", totalPoints, start + reasonsPoints),
    reasonsPoints,
  };
}

function together(reasons: Input["reasons"]): Input["reasons"][number] {
  return { key: "smaller", points: reasons.reduce((sum, reason) => sum + reason.points, 0) };
}
