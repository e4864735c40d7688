import type { Member } from "@/lib/auth/member";
import { encodePosition } from "@/lib/cursors/encode-position";
import type { JudgementsQuery } from "@/lib/schemas/judgement";
import { decodeJudgementCursor } from "./judgement-cursor";
import type { SaidRisk } from "./judgement-view";
import { listJudgements } from "./list-judgements";

/**
 * GET …/judgements: what people thought of a customer's risk, newest first, page by page.
 * @throws AppError not-found for a foreign customer; bad-request for a cursor that is none
 */
export async function pageJudgements(member: Member, externalId: string, { limit, cursor }: JudgementsQuery) {
  const afterId = cursor === undefined ? Number.POSITIVE_INFINITY : decodeJudgementCursor(cursor);
  const judgements = (await listJudgements(member, externalId, null)).filter(({ id }) => id < afterId);
  const page = judgements.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ said, modelSaid, madeAtMs, expiresAtMs, mayWithdraw: _, ...judgement }) => ({
      ...judgement,
      said: said && withRisk(said),
      modelSaid: modelSaid && withRisk(modelSaid),
      madeAt: new Date(madeAtMs).toISOString(),
      expiresAt: new Date(expiresAtMs).toISOString(),
    })),
    nextCursor: judgements.length > limit && last ? encodePosition([last.id]) : null,
  };
}

function withRisk({ band, probability }: SaidRisk) {
  return { band, probability, risk: probability === null ? null : probability * 100 };
}
