import { recordAudit } from "@/lib/audit/record-audit";
import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { findModel } from "./find-model";
import { nextVersion } from "./next-version";

/**
 * Lets a candidate run beside the active model: from the next full run on, which is queued here, every customer has a score
 * of both. Only one runs in shadow; the one before is a candidate again.
 * @throws AppError not-found; conflict for a model that is no candidate
 */
export async function shadowModel(
  member: Member,
  version: number,
): Promise<Readonly<{ version: number; jobId: string }>> {
  const { organisationId } = member;
  return withTenant(organisationId, async (tx) => {
    await nextVersion(tx, organisationId);
    const model = await findModel(tx, organisationId, version);
    if (model.state === "shadow") throw new AppError("conflict", `Model ${version} runs in shadow already.`);
    if (model.state !== "candidate") {
      const because = model.refusedBecause === null ? "" : ` ${model.refusedBecause}`;
      throw new AppError(
        "conflict",
        `Only a candidate can run in shadow; model ${version} is ${model.state}.${because}`,
      );
    }
    await tx.model.updateMany({
      where: { organisationId, state: "shadow" },
      data: { state: "candidate", shadowSince: null },
    });
    await tx.model.update({
      where: { organisationId_version: { organisationId, version } },
      data: { state: "shadow", shadowSince: new Date() },
      select: { version: true },
    });
    await recordAudit(tx, member, { action: "models.shadowed", subject: `model:${version}` });
    return { version, jobId: await enqueueJob(tx, { organisationId, task: "score-all", payload: {} }) };
  });
}
