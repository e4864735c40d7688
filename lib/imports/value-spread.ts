/** A value and the line it stands in. */
export type PlacedValue = Readonly<{ line: number; value: number }>;

const KEPT_VALUES = 1000;
const KEPT_EXTREMES = 50;
const NEEDED_VALUES = 20;
/** Distance from the middle half, in its widths: what no sensible skew explains. */
const FAR = 20;

/**
 * The spread of the values of one kind, at flat memory: an even sample of them, and the most extreme with their lines.
 * A value is far out when it lies more than twenty widths of the middle half outside of it.
 */
export class ValueSpread {
  #sample: number[] = [];
  #every = 1;
  #seen = 0;
  #lowest: PlacedValue[] = [];
  #highest: PlacedValue[] = [];

  add(line: number, value: number): void {
    if (this.#seen % this.#every === 0) this.#sample.push(value);
    this.#seen += 1;
    if (this.#sample.length > KEPT_VALUES) {
      this.#sample = this.#sample.filter((_, index) => index % 2 === 0);
      this.#every *= 2;
    }
    keep(this.#lowest, { line, value }, (one, other) => one.value - other.value);
    keep(this.#highest, { line, value }, (one, other) => other.value - one.value);
  }

  /** The values that lie far out, in the order of their lines; at most fifty at either end are known. */
  farOut(): PlacedValue[] {
    if (this.#seen < NEEDED_VALUES) return [];
    const sorted = [...this.#sample].sort((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    const [low, high] = [at(0.25), at(0.75)];
    // Where most values are the same, their size stands for the width.
    const width = high - low || Math.max(Math.abs(high), 1);
    const far = [
      ...this.#lowest.filter(({ value }) => value < low - FAR * width),
      ...this.#highest.filter(({ value }) => value > high + FAR * width),
    ];
    return far.sort((one, other) => one.line - other.line);
  }
}

function keep(
  extremes: PlacedValue[],
  one: PlacedValue,
  order: (one: PlacedValue, other: PlacedValue) => number,
): void {
  const last = extremes.at(-1);
  if (extremes.length >= KEPT_EXTREMES && last && order(one, last) >= 0) return;
  const place = extremes.findIndex((other) => order(one, other) < 0);
  extremes.splice(place === -1 ? extremes.length : place, 0, one);
  if (extremes.length > KEPT_EXTREMES) extremes.pop();
}
