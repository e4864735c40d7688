import type { Category } from "@/lib/kinds/categories";
import type { RuleDefinition } from "@/lib/scoring/rule-definition";

/** What holds a relationship together. Points are negative: they lower the risk. */
export const GOODWILL_RULES: readonly RuleDefinition[] = [
  {
    key: "complaint-made-right",
    label: "Recovery soon after a complaint",
    category: "recovery",
    group: "goodwill",
    signal: {
      type: "sequence",
      first: { categories: ["complaint"] },
      next: { categories: ["recovery"] },
      withinDays: 14,
      windowDays: 90,
    },
    effect: { type: "step", thresholds: [{ from: 1, points: -10 }] },
    missing: "ignore",
  },
  {
    key: "check-ins",
    label: "Check-ins and meetings",
    category: "conversation",
    group: "goodwill",
    signal: { type: "count", filter: { kinds: ["check-in", "meeting", "social-contact"] }, windowDays: 60 },
    effect: {
      type: "step",
      thresholds: [
        { from: 1, points: -5 },
        { from: 2, points: -8 },
        { from: 4, points: -10 },
      ],
    },
    missing: "ignore",
  },
  fadingGoodwill("recoveries", "Recoveries", "recovery", {
    kinds: ["complaint-resolved", "apology", "goodwill-gesture", "service-credit", "fix-delivered"],
    points: -16,
  }),
  fadingGoodwill("praise", "Praise", "feedback", { kinds: ["praise"], points: -14 }),
  fadingGoodwill("promises-kept", "Promises kept", "promise", { kinds: ["promise-kept"], points: -12 }),
  fadingGoodwill("milestones", "Milestones reached together", "milestone", {
    kinds: ["onboarding-completed", "goal-reached", "anniversary", "personal-milestone"],
    points: -12,
  }),
  fadingGoodwill("growing-together", "Growing together", "usage", {
    kinds: ["feature-adopted", "integration-connected", "seats-added", "plan-upgraded", "growth-announced"],
    points: -14,
  }),
  fadingGoodwill("advocacy", "Referrals and references", "social", {
    kinds: ["referral", "reference-given"],
    points: -16,
  }),
];

/** Full points at the weight of two fresh touchpoints, fading by the half-life of each kind. */
function fadingGoodwill(
  key: string,
  label: string,
  category: Category,
  { kinds, points }: { readonly kinds: readonly string[]; readonly points: number },
): RuleDefinition {
  return {
    key,
    label,
    category,
    group: "goodwill",
    signal: { type: "decayed-sum", filter: { kinds }, measure: "count" },
    effect: { type: "ramp", from: 0, to: 2, points },
    missing: "ignore",
  };
}
