import type { Prisma } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import type { StoredModel } from "@/lib/schemas/model-parameters";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { nextVersion } from "./next-version";

/**
 * Puts the active model with another intercept in its place, as a version of its own that names the one its weights are
 * of. Nothing happens when somebody promoted another model meanwhile.
 * @returns whether it was replaced
 */
export async function replaceActiveModel(setup: ScoringSetup, parameters: StoredModel): Promise<boolean> {
  const organisationId = setup.settings.id;
  const { modelVersion } = setup;
  return withTenant(organisationId, async (tx) => {
    const version = await nextVersion(tx, organisationId);
    const before = await tx.model.findFirst({ where: { organisationId, version: modelVersion, state: "active" } });
    if (!before) return false;
    await tx.model.update({
      where: { organisationId_version: { organisationId, version: modelVersion } },
      data: { state: "superseded" },
      select: { version: true },
    });
    await tx.model.create({
      data: {
        organisationId,
        version,
        state: "active",
        origin: before.origin,
        ruleSetVersion: setup.ruleSetVersion,
        parameters,
        metrics: before.metrics as Prisma.InputJsonObject,
        anchoredFrom: before.anchoredFrom ?? modelVersion,
        createdBy: before.createdBy,
        trainedAt: before.trainedAt,
        promotedAt: new Date(),
        promotedBy: "anchored to the base rate",
      },
      select: { version: true },
    });
    return true;
  });
}
