import type { JudgementState } from "./judgement-view";

/** What decides how a judgement stands; rows in the order they were made. */
export type JudgementFact = Readonly<{
  id: number;
  type: "override" | "comment" | "withdrawal";
  expiresAtMs: number | null;
  withdrawsId: number | null;
}>;

/**
 * How each override and comment of one customer stands at a moment. Judging anew replaces the override before it for good:
 * taking the new one back does not bring it back.
 */
export function judgementStates(facts: readonly JudgementFact[], atMs: number): ReadonlyMap<number, JudgementState> {
  const states = new Map<number, JudgementState>();
  let newestOverride: number | null = null;
  for (const { id, type, withdrawsId } of facts) {
    if (type === "withdrawal") {
      if (withdrawsId !== null && states.get(withdrawsId) === "standing") states.set(withdrawsId, "withdrawn");
      continue;
    }
    if (type === "override") {
      if (newestOverride !== null && states.get(newestOverride) === "standing") states.set(newestOverride, "replaced");
      newestOverride = id;
    }
    states.set(id, "standing");
  }
  for (const { id, expiresAtMs } of facts) {
    if (states.get(id) === "standing" && expiresAtMs !== null && expiresAtMs <= atMs) states.set(id, "expired");
  }
  return states;
}
