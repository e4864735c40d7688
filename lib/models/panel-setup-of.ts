import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { localDaysIn } from "@/lib/scoring/local-days";

/** How customers become rows under the configuration that scores are made with. */
export function panelSetupOf({ settings, kinds, rules, groups }: ScoringSetup, knownUntilMs: number): PanelSetup {
  return {
    kinds,
    rules,
    groups,
    horizonDays: settings.horizonDays,
    breakUp: settings.breakUp,
    activeWithinDays: settings.populationActiveWithinDays,
    days: localDaysIn(settings.timeZone),
    knownUntilMs,
  };
}
