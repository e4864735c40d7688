/** The areas of a relationship that a touchpoint can belong to, in the order of the journey's lanes. */
export const CATEGORIES = [
  "usage",
  "purchase",
  "payment",
  "support",
  "complaint",
  "feedback",
  "conversation",
  "social",
  "marketing",
  "milestone",
  "contract",
  "market-signal",
  "recovery",
  "promise",
] as const;

export type Category = (typeof CATEGORIES)[number];
