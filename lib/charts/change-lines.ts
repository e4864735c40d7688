import { kindLineKey } from "./kind-line-key";
import { roundToSum } from "./round-to-sum";

/** What a line of a change tells of: touchpoints of a kind, or one of the causes as a whole. */
export type ChangeCause = "kind" | "other-kinds" | "time" | "traits" | "configuration" | "unexplained";

export type ChangeLine = Readonly<{
  key: string;
  cause: ChangeCause;
  /** Rounded to one digit such that the lines add up to the change. */
  points: number;
  /** Where the bar begins and how long it is, in per cent of the column. */
  offset: number;
  width: number;
}>;

export type ChangeLines = Readonly<{
  zero: number;
  /** Largest first; what rounds to nothing is left out. */
  lines: readonly ChangeLine[];
  /** The whole change, rounded alike. */
  points: number;
}>;

type Amount = Readonly<{ points: number }>;

/** A change as far as its lines need it. */
export type ChangeAmounts = Readonly<{
  points: number;
  time: Amount;
  touchpoints: Readonly<{ kinds: readonly Readonly<{ kindKey: string; takenBack: boolean; points: number }>[] }>;
  traits: Amount;
  configuration: Amount;
  unexplainedPoints: number;
}>;

/** So many kinds have a line of their own; the others share one. */
const MOST_KINDS = 6;
/** What rounds to less than a tenth of a point is no news. */
const SHOWN_FROM = 0.05;

/** The lines of a change, with bars from one zero line: kinds of touchpoints that came, then time, traits, configuration. */
export function prepareChangeLines(change: ChangeAmounts): ChangeLines {
  const amounts = linesOf(change)
    .filter((line) => Math.abs(line.points) >= SHOWN_FROM)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const low = Math.min(0, ...amounts.map((line) => line.points));
  const high = Math.max(0, ...amounts.map((line) => line.points));
  const span = high - low || 1;
  const rounded = roundToSum(
    amounts.map((line) => line.points),
    1,
  );
  const lines = amounts.map((line, at) => ({
    ...line,
    points: rounded[at] ?? 0,
    offset: ((Math.min(0, line.points) - low) / span) * 100,
    width: (Math.abs(line.points) / span) * 100,
  }));
  return { zero: ((0 - low) / span) * 100, lines, points: rounded.reduce((sum, points) => sum + points, 0) };
}

type Line = Readonly<{ key: string; cause: ChangeCause; points: number }>;

function linesOf({ touchpoints, time, traits, configuration, unexplainedPoints }: ChangeAmounts): readonly Line[] {
  const kinds = touchpoints.kinds
    .map((kind): Line => ({ key: kindLineKey(kind), cause: "kind", points: kind.points }))
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const others = kinds.slice(MOST_KINDS).reduce((sum, line) => sum + line.points, 0);
  return [
    ...kinds.slice(0, MOST_KINDS),
    { key: "other-kinds", cause: "other-kinds", points: others },
    { key: "time", cause: "time", points: time.points },
    { key: "traits", cause: "traits", points: traits.points },
    { key: "configuration", cause: "configuration", points: configuration.points },
    { key: "unexplained", cause: "unexplained", points: unexplainedPoints },
  ];
}
