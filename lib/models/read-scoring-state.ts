import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { describeLearning, type LearningState } from "./describe-learning";

/** What the scores on screen rest on. */
export type ScoringState = Readonly<{
  learning: LearningState;
  modelVersion: number;
  ruleSetVersion: number;
  /** Everyone is being scored anew: what is shown is still the run before. */
  isScoring: boolean;
}>;

/** @returns null for an organisation that has no model in force */
export async function readScoringState({ organisationId }: Member): Promise<ScoringState | null> {
  return withTenant(organisationId, async (tx) => {
    const active = await tx.model.findFirst({
      where: { organisationId, state: "active" },
      select: { version: true, ruleSetVersion: true },
    });
    if (!active) return null;
    const job = await tx.job.findFirst({
      where: { organisationId, task: "score-all", state: { in: ["queued", "running"] } },
      select: { id: true },
    });
    return {
      learning: await describeLearning(tx, organisationId),
      modelVersion: active.version,
      ruleSetVersion: active.ruleSetVersion,
      isScoring: job !== null,
    };
  });
}
