import type { KeptKind } from "@/lib/schemas/kept-kinds";

/** What of a configuration can differ. */
export type ConfigurationPart = "rules" | "model" | "kinds" | "horizon";

export type ComparedConfiguration = Readonly<{
  modelVersion: number;
  ruleSetVersion: number;
  horizonDays: number;
  kinds: readonly KeptKind[];
}>;

/** Which parts differ. A kind that is only in one of the two is no change: touchpoints bring new kinds with them. */
export function configurationDifferences(
  before: ComparedConfiguration,
  after: ComparedConfiguration,
): readonly ConfigurationPart[] {
  const old = new Map(before.kinds.map((kind) => [kind.id, kind]));
  const kindsDiffer = after.kinds.some((kind) => {
    const was = old.get(kind.id);
    return (
      was && (was.category !== kind.category || was.valence !== kind.valence || was.halfLifeDays !== kind.halfLifeDays)
    );
  });
  const parts: ConfigurationPart[] = [];
  if (before.ruleSetVersion !== after.ruleSetVersion) parts.push("rules");
  if (before.modelVersion !== after.modelVersion) parts.push("model");
  if (kindsDiffer) parts.push("kinds");
  if (before.horizonDays !== after.horizonDays) parts.push("horizon");
  return parts;
}
