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
  reasons: readonly ReasonBar[];
  total: ReasonBar;
  /** The reasons' rounded points together. */
  reasonsPoints: number;
}>;

/** The start is drawn at most that many times as long as the longest other bar. */
const CUT_AT = 1.25;

type Input = Readonly<{
  interceptPoints: number;
  totalPoints: number;
  reasons: readonly Readonly<{ key: string; points: number }>[];
}>;

/**
 * Signed bars from one zero line: where everyone starts, each reason, and what they come to together. The start is often
 * many times as long as any reason; it is cut so that the reasons can be told apart.
 */
export function prepareReasonBars({ interceptPoints, totalPoints, reasons }: Input): ReasonBars {
  const shown = [totalPoints, ...reasons.map((reason) => reason.points)];
  const longest = CUT_AT * Math.max(...shown.map(Math.abs)) || Math.abs(interceptPoints);
  const startShown = Math.sign(interceptPoints) * Math.min(Math.abs(interceptPoints), longest);
  const low = Math.min(0, startShown, ...shown);
  const high = Math.max(0, startShown, ...shown);
  const span = high - low || 1;
  const place = (points: number) => ((points - low) / span) * 100;
  const [start = 0, ...rounded] = roundToSum([interceptPoints, ...reasons.map((reason) => reason.points)], 1);
  const bar = (key: string, exact: number, points: number): ReasonBar => ({
    key,
    points,
    offset: place(Math.min(0, exact)),
    width: (Math.abs(exact) / span) * 100,
    cut: false,
  });
  const reasonsPoints = rounded.reduce((sum, points) => sum + points, 0);
  return {
    zero: place(0),
    start: { ...bar("start", startShown, start), cut: startShown !== interceptPoints },
    reasons: reasons.map((reason, index) => bar(reason.key, reason.points, rounded[index] ?? 0)),
    total: bar("total", totalPoints, start + reasonsPoints),
    reasonsPoints,
  };
}
