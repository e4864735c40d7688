import type { Comparison } from "@/lib/scoring/condition";
import { identifySignal } from "@/lib/scoring/signals/identify-signal";

/** The values with which a comparison holds. */
interface Range {
  readonly low: number;
  readonly high: number;
  /** Whether the ends do not belong to it. */
  readonly open: boolean;
}

/** Whether two comparisons of one signal can never hold together, such as at least 5 and at most 3. */
export function excludeEachOther(one: Comparison, other: Comparison): boolean {
  if (identifySignal(one.signal) !== identifySignal(other.signal)) return false;
  const first = rangeOf(one);
  const second = rangeOf(other);
  if (first === undefined || second === undefined) return first !== second;
  const low = Math.max(first.low, second.low);
  const high = Math.min(first.high, second.high);
  if (low !== high) return low > high;
  const isOpenAt = ({ low: from, high: to, open }: Range) => open && (from === low || to === high);
  return isOpenAt(first) || isOpenAt(second);
}

/** Undefined for `missing`, which holds with no value at all. */
function rangeOf(comparison: Comparison): Range | undefined {
  const all = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, open: false };
  switch (comparison.is) {
    case "at-least":
      return { ...all, low: comparison.value };
    case "above":
      return { ...all, low: comparison.value, open: true };
    case "at-most":
      return { ...all, high: comparison.value };
    case "below":
      return { ...all, high: comparison.value, open: true };
    case "between":
      return { ...all, low: comparison.from, high: comparison.to };
    case "yes":
      return { ...all, low: 1, high: 1 };
    case "no":
      return { ...all, low: 0, high: 0 };
    case "missing":
      return undefined;
    default:
      return all;
  }
}
