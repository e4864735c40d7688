import type { StoredModel } from "@/lib/schemas/model-parameters";

/** An anchor holds for so many days of the organisation's clock. */
const ANCHOR_LASTS_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whether an anchor was reckoned with the same basis, within thirty days of an instant. */
export function isAnchorFresh(anchor: StoredModel["anchor"], basis: string, asOfMs: number): boolean {
  if (!anchor || anchor.basis !== basis) return false;
  return Math.abs(asOfMs - Date.parse(anchor.asOf)) < ANCHOR_LASTS_DAYS * DAY_MS;
}
