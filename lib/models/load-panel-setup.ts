import { type TenantTransaction, withTenant } from "@/lib/db/with-tenant";
import { loadSettings } from "@/lib/organisations/load-settings";
import type { OrganisationSettings } from "@/lib/organisations/organisation-settings";
import { ruleDefinition, ruleGroups } from "@/lib/schemas/rule-set";
import { toScoringKind } from "@/lib/scores/to-scoring-kind";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { localDaysIn } from "@/lib/scoring/local-days";
import { rulesInUse } from "@/lib/scoring/rules/rules-in-use";

export type PanelAsked = Readonly<{
  organisationId: number;
  ruleSetVersion: number;
  horizonDays: number;
  knownUntilMs: number;
}>;

export type LoadedPanelSetup = Readonly<{ settings: OrganisationSettings; setup: PanelSetup }>;

/** How customers become rows to learn from, under the organisation's settings and one version of its rules. */
export async function loadPanelSetup(asked: PanelAsked): Promise<LoadedPanelSetup> {
  const { organisationId, horizonDays, knownUntilMs } = asked;
  return withTenant(organisationId, async (tx) => {
    const settings = await loadSettings(tx, organisationId);
    const kinds = (await tx.kind.findMany({ where: { organisationId }, orderBy: { id: "asc" } })).map(toScoringKind);
    const setup: PanelSetup = {
      kinds,
      ...(await loadRules(tx, asked)),
      horizonDays,
      breakUp: settings.breakUp,
      activeWithinDays: settings.populationActiveWithinDays,
      days: localDaysIn(settings.timeZone),
      knownUntilMs,
    };
    return { settings, setup };
  });
}

async function loadRules(tx: TenantTransaction, { organisationId, ruleSetVersion }: PanelAsked) {
  const stored = await tx.ruleSet.findUniqueOrThrow({
    where: { organisationId_version: { organisationId, version: ruleSetVersion } },
    include: { rules: { orderBy: { position: "asc" } } },
  });
  return {
    rules: rulesInUse(stored.rules.map((rule) => ruleDefinition.parse(rule.definition))),
    groups: ruleGroups.parse(stored.groups),
  };
}
