import type { Category } from "@/lib/kinds/categories";
import { DAY_MS } from "@/lib/scoring/day";
import type { ScoringKind, TouchpointColumns } from "@/lib/scoring/types";

/** A kind of touchpoint that someone here can bring about today, and what it would answer. */
export interface ReachableKind {
  readonly kind: ScoringKind;
  readonly answers: number | null;
  readonly open: number;
}

/** What is open longer than this is history; nobody answers it any more. */
const OPEN_DAYS = 180;

/** Nothing has to be open for these: whoever wants to talk can. Anything a customer does of her own accord is not here. */
const AT_WILL: ReadonlySet<Category> = new Set(["conversation"]);

const WENT_WRONG_HERE: ReadonlySet<Category> = new Set(["complaint", "support", "promise", "feedback", "payment"]);

type Tells = (kind: ScoringKind) => boolean;

/** What the good touchpoints of a category answer, and what has settled it besides one of the same kind. */
const ANSWERS: ReadonlyMap<Category, { readonly opens: Tells; readonly settles?: Tells }> = new Map([
  ["support", { opens: (kind) => kind.category === "support" && kind.valence < 1 }],
  ["payment", { opens: (kind) => kind.category === "payment" && kind.valence === -1 }],
  [
    "promise",
    {
      opens: (kind) => kind.category === "promise" && kind.valence === 0,
      // A broken promise can no longer be kept.
      settles: (kind) => kind.category === "promise" && kind.valence === -1,
    },
  ],
  ["recovery", { opens: (kind) => kind.valence === -1 && WENT_WRONG_HERE.has(kind.category) }],
]);

/**
 * Kinds of touchpoints that can be brought about today: a conversation at any time; a recovery, a resolution, a payment or
 * a kept promise where something is open that it answers, and that none of its kind has answered since.
 * Bad kinds are none, nor is what a customer does of her own accord (usage, purchases, praise, a signature), for it
 * cannot be decided here.
 */
export function findReachable(
  kinds: readonly ScoringKind[],
  touchpoints: TouchpointColumns,
  asOfMs: number,
): readonly ReachableKind[] {
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]));
  return kinds.flatMap((kind): readonly ReachableKind[] => {
    if (kind.valence < 0) return [];
    if (AT_WILL.has(kind.category)) return [{ kind, answers: null, open: 0 }];
    const answering = ANSWERS.get(kind.category);
    if (!answering || kind.valence < 1) return [];
    const open = openTouchpoints({ touchpoints, kindById, asOfMs }, answering.opens, (other) => {
      return other.id === kind.id || (answering.settles?.(other) ?? false);
    });
    return open.length === 0 ? [] : [{ kind, answers: open[0] ?? null, open: open.length }];
  });
}

interface Past {
  readonly touchpoints: TouchpointColumns;
  readonly kindById: ReadonlyMap<number, ScoringKind>;
  readonly asOfMs: number;
}

/** Positions of what is open, newest first: since it was last settled, and not too long ago. */
function openTouchpoints({ touchpoints, kindById, asOfMs }: Past, opens: Tells, settles: Tells): readonly number[] {
  const open: number[] = [];
  for (let index = touchpoints.length - 1; index >= 0; index--) {
    const atMs = touchpoints.occurredAtMs[index] as number;
    if (atMs > asOfMs) continue;
    if (atMs <= asOfMs - OPEN_DAYS * DAY_MS) break;
    const kind = kindById.get(touchpoints.kindId[index] as number);
    if (!kind) continue;
    if (settles(kind)) break;
    if (opens(kind)) open.push(index);
  }
  return open;
}
