import type { Member } from "@/lib/auth/member";
import type { TenantTransaction } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { nextVersion } from "@/lib/models/next-version";
import { modelParameters } from "@/lib/schemas/model-parameters";
import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";
import { findPriorIntercept } from "./find-prior-intercept";
import { writeRuleSet } from "./write-rule-set";

/** What a publication did, and the job that scores everyone by the new rules. */
export type PublishedRules = Readonly<{
  version: number;
  modelVersion: number;
  /** The learned model that no longer scores: its weights were of other rules. Promote it to go back to it. */
  supersededLearnedModel: number | null;
  jobId: string;
}>;

/**
 * Makes rules the next published version, and puts a model into force that takes their points as they are. Weights that
 * were learned are of the rules before and do not fit these: a learned model is superseded, never bent, and a new one can
 * be trained. The intercept is the last one of rules alone; the scoring that follows anchors it to the base rate.
 */
export async function putRulesInForce(
  tx: TenantTransaction,
  member: Member,
  { rules, note }: Readonly<{ rules: RuleSetDefinition; note: string }>,
): Promise<PublishedRules> {
  const { organisationId } = member;
  const modelVersion = await nextVersion(tx, organisationId);
  const active = await tx.model.findFirst({ where: { organisationId, state: "active" } });
  if (!active) throw new AppError("not-found", "This organisation has no active model.");
  const newest = await tx.ruleSet.aggregate({ where: { organisationId }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  const now = new Date();
  const published = { state: "published", note, publishedAt: now, publishedBy: member.name };
  await writeRuleSet(tx, { organisationId, version, ...published }, rules);
  const intercept = await findPriorIntercept(tx, organisationId);
  await tx.model.updateMany({ where: { organisationId, state: "active" }, data: { state: "superseded" } });
  await tx.model.create({
    data: {
      ...{ organisationId, version: modelVersion, state: "active", ruleSetVersion: version },
      parameters: modelParameters.parse({ kind: "prior", intercept }),
      ...{ createdBy: member.name, promotedAt: now, promotedBy: member.name },
    },
    select: { version: true },
  });
  const jobId = await enqueueJob(tx, { organisationId, task: "score-all", payload: {} });
  const supersededLearnedModel = active.origin === "learned" ? active.version : null;
  return { version, modelVersion, supersededLearnedModel, jobId };
}
