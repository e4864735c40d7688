import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import type { ScoringKind } from "@/lib/scoring/types";
import { type CompiledConfiguration, compileConfiguration } from "./compile-configuration";
import { type ConfigurationSource, readConfiguration, readConfigurationHead } from "./read-configuration";

/** Everything that decides an organisation's scores. */
export type ScoringSetup = CompiledConfiguration & Readonly<{ settings: OrganisationSettings }>;

/** A configuration that was in force once, as `scoring_configuration` keeps it. */
export type PastConfiguration = Readonly<{
  modelVersion: number;
  kinds: readonly ScoringKind[];
  horizonDays: number;
  timeZone: string;
}>;

/** Compiled configurations of the organisations that were scored last; the oldest goes. About 100 kB each. */
const MOST_KEPT = 50;
const kept = new Map<number, Readonly<{ fingerprint: string; setup: CompiledConfiguration }>>();

/**
 * Settings, kinds, the active model and its rule set, compiled. What was compiled before is used again while the database
 * says that its contents are the same: a change by any process is seen by the next call. Cost: one statement, about
 * 0.5 ms; the first time, or after a change, another one and about 10 ms to check and compile.
 * @param past loads an earlier configuration instead; what decides no score stays as it is today
 * @throws AppError not-found without an active model; ConfigurationError or ZodError when what is stored is unusable:
 *   a bad configuration fails loudly and never counts as "nothing triggered"
 */
export async function loadScoringSetup(
  source: ConfigurationSource,
  organisationId: number,
  past?: PastConfiguration,
): Promise<ScoringSetup> {
  const { settings, fingerprint } = await readConfigurationHead(source, organisationId);
  if (past) return loadPast(source, settings, past);
  const known = kept.get(organisationId);
  kept.delete(organisationId);
  if (known?.fingerprint === fingerprint) {
    kept.set(organisationId, known);
    return { settings, ...known.setup };
  }
  const stored = await readConfiguration(source, organisationId);
  const setup = compileConfiguration(stored);
  kept.set(organisationId, { fingerprint: stored.fingerprint, setup });
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return { settings, ...setup };
}

async function loadPast(source: ConfigurationSource, today: OrganisationSettings, past: PastConfiguration) {
  const { kinds, horizonDays, timeZone, modelVersion } = past;
  const stored = await readConfiguration(source, today.id, modelVersion);
  return {
    settings: { ...today, horizonDays, timeZone },
    ...compileConfiguration({ ...stored, kinds, horizonDays, timeZone }),
  };
}
