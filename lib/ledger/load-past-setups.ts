import type { TenantTransaction } from "@/lib/db/with-tenant";
import { loadScoringSetup, type ScoringSetup } from "@/lib/scores/scoring-setup";
import type { ScoringKind } from "@/lib/scoring/types";
import { configurationDifferences } from "./configuration-differences";
import { type KeptConfiguration, loadConfigurations } from "./load-configurations";

/** Finds what a score was reckoned with, by the model that it names and the moment it was reckoned. */
export type FindSetup = (computedMs: number, modelVersion: number | null) => Promise<ScoringSetup>;

/**
 * Earlier configurations, compiled when they are asked for and once each. A kind that was added since is known to all of
 * them, so that its touchpoints are told apart from a change of the configuration.
 * @param current what is in force, taken wherever nothing decides differently
 */
export async function loadPastSetups(tx: TenantTransaction, current: ScoringSetup): Promise<FindSetup> {
  const organisationId = current.settings.id;
  const kept = await loadConfigurations(tx, organisationId);
  const loaded = new Map<string, Promise<ScoringSetup>>();

  function setupOf(found: KeptConfiguration, modelVersion: number): Promise<ScoringSetup> {
    const { horizonDays, timeZone } = found;
    return loadScoringSetup(tx, organisationId, {
      modelVersion,
      kinds: kindsThen(found, current.kinds),
      horizonDays,
      timeZone,
    });
  }

  return (computedMs, modelVersion) => {
    const found = kept.findLast(({ createdMs }) => createdMs <= computedMs) ?? kept[0];
    if (!found) return Promise.resolve(current);
    const version = modelVersion ?? found.modelVersion;
    if (isSame({ ...found, modelVersion: version }, current)) return Promise.resolve(current);
    const name = `${found.version} ${version}`;
    const setup = loaded.get(name) ?? setupOf(found, version);
    loaded.set(name, setup);
    return setup;
  };
}

function isSame(then: KeptConfiguration, now: ScoringSetup): boolean {
  const { horizonDays, timeZone } = now.settings;
  const { modelVersion, kinds } = now;
  const today = { modelVersion, kinds: [...kinds], horizonDays, ruleSetVersion: then.ruleSetVersion };
  return then.timeZone === timeZone && configurationDifferences(then, today).length === 0;
}

/** The kinds as they were, under the names of today, and those that came since. */
function kindsThen({ kinds }: KeptConfiguration, today: readonly ScoringKind[]): readonly ScoringKind[] {
  const labels = new Map(today.map((kind) => [kind.id, kind.label]));
  const known = new Set(kinds.map((kind) => kind.id));
  return [
    ...kinds.map((kind) => ({ ...kind, label: labels.get(kind.id) ?? kind.key })),
    ...today.filter((kind) => !known.has(kind.id)),
  ];
}
