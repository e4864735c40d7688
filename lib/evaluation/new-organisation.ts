import { DEFAULT_RULE_SET } from "@/lib/scoring/default-rules";
import { UTC_DAYS } from "@/lib/scoring/learning/day-clock";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";

/** The settings that a new organisation starts with, so far as they are not decided by its data. */
export const NEW_ORGANISATION: Pick<
  PanelSetup,
  "rules" | "groups" | "horizonDays" | "breakUp" | "activeWithinDays" | "days"
> = {
  rules: DEFAULT_RULE_SET.rules,
  groups: DEFAULT_RULE_SET.groups,
  horizonDays: 90,
  breakUp: { type: "recorded" },
  activeWithinDays: null,
  days: UTC_DAYS,
};
