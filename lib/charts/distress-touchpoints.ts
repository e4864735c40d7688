import type { JourneyTouchpoint } from "@/lib/journey/journey-view";

/**
 * The touchpoints that raise the current risk most: at most `limit`, each worth at least `minimumPoints`. Good ones never
 * count: the last purchase before a silence carries its points, but is not what distressed the customer.
 */
export function distressTouchpoints(
  touchpoints: readonly JourneyTouchpoint[],
  { limit, minimumPoints }: Readonly<{ limit: number; minimumPoints: number }>,
): JourneyTouchpoint[] {
  return touchpoints
    .filter((touchpoint) => touchpoint.valence < 1 && touchpoint.points >= minimumPoints)
    .toSorted((a, b) => b.points - a.points || b.occurredAtMs - a.occurredAtMs)
    .slice(0, limit);
}
