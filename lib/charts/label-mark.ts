/** What is written beside a mark, the side that has room for that, and whether that is also enough on a phone. */
export type MarkLabel = Readonly<{ text: string; side: "left" | "right"; roomy: boolean }>;

/** What a letter of a label and the halo beside it need of the width of a desk's screen, in per cent. */
const LETTER = 0.75;
const MARK = 3;
/** A phone's plot is that many times narrower. */
const NARROW = 2.8;

/** The label of a mark at `x` (per cent of the width), or null where its neighbours in the lane leave no room. */
export function labelMark(text: string, x: number, neighbours: readonly number[]): MarkLabel | null {
  const left = x - Math.max(0, ...neighbours.filter((other) => other <= x));
  const right = Math.min(100, ...neighbours.filter((other) => other > x)) - x;
  const needed = text.length * LETTER + MARK;
  const side = left >= needed && (x > 50 || right < needed) ? "left" : "right";
  const room = side === "left" ? left : right;
  return room >= needed ? { text, side, roomy: room >= NARROW * needed } : null;
}
