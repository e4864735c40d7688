import { BEHAVIOUR_RULES } from "@/lib/scoring/default-rules/behaviour-rules";
import { CONTRACT_RULES } from "@/lib/scoring/default-rules/contract-rules";
import { EXPERIENCE_RULES } from "@/lib/scoring/default-rules/experience-rules";
import { GOODWILL_RULES } from "@/lib/scoring/default-rules/goodwill-rules";
import { WANDERING_EYE_RULES } from "@/lib/scoring/default-rules/wandering-eye-rules";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

/**
 * The rule set a new organisation starts with; it names default kinds only. Groups keep one story from being counted
 * several times: a customer who falls silent also uses and buys less.
 */
export const DEFAULT_RULE_SET: RuleSetDefinition = {
  rules: [...EXPERIENCE_RULES, ...BEHAVIOUR_RULES, ...CONTRACT_RULES, ...WANDERING_EYE_RULES, ...GOODWILL_RULES],
  groups: [
    { key: "complaints", label: "Complaints", capPoints: 50 },
    { key: "service", label: "Service", capPoints: 40 },
    { key: "feedback", label: "Feedback", capPoints: 40 },
    { key: "engagement", label: "Engagement", capPoints: 60 },
    { key: "leaving", label: "Leaving", capPoints: 60 },
    { key: "wandering-eye", label: "Wandering eye", capPoints: 55 },
    { key: "goodwill", label: "Goodwill", capPoints: 45 },
  ],
};
