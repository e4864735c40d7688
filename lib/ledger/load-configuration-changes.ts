import type { TenantTransaction } from "@/lib/db/with-tenant";
import type { JourneyView } from "@/lib/journey/journey-view";
import { type ConfigurationPart, configurationDifferences } from "./configuration-differences";
import { loadConfigurations } from "./load-configurations";

type ConfigurationChange = JourneyView["configurationChanges"][number];

/** Marks beyond this only blacken a curve. */
const MOST_CHANGES = 20;

/** When what decides scores changed, by the organisation's clock, oldest first; changes of one moment are one. */
export async function loadConfigurationChanges(
  tx: TenantTransaction,
  organisationId: number,
): Promise<readonly ConfigurationChange[]> {
  const kept = await loadConfigurations(tx, organisationId);
  const changes = new Map<number, ConfigurationChange>();
  for (let at = 1; at < kept.length; at++) {
    const [before, after] = [kept[at - 1], kept[at]];
    if (!before || !after) continue;
    const changed = configurationDifferences(before, after);
    if (changed.length === 0) continue;
    const { asOfMs: atMs, ruleSetVersion, modelVersion } = after;
    const parts = new Set<ConfigurationPart>([...(changes.get(atMs)?.changed ?? []), ...changed]);
    changes.set(atMs, { atMs, changed: [...parts], ruleSetVersion, modelVersion });
  }
  return [...changes.values()].sort((a, b) => a.atMs - b.atMs).slice(-MOST_CHANGES);
}
