import type { TenantTransaction } from "@/lib/db/with-tenant";

/** Fewer break-ups than this teach chance: the rules alone are used. */
export const BREAK_UPS_NEEDED = 30;

/** What an organisation's scores rest on: `learning` means that there are still too few break-ups. */
export type LearningState = Readonly<{
  state: "rules only" | "learning" | "learned";
  breakUps: number;
  needed: number;
  /** As people say it: "learning: 12 of 30 break-ups". */
  words: string;
}>;

/** Counts the break-ups that there are to learn from: recorded ones, or customers who have departed. */
export async function describeLearning(tx: TenantTransaction, organisationId: number): Promise<LearningState> {
  const [row] = await tx.$queryRaw<{ origin: string | null; break_ups: number }[]>`
    SELECT (SELECT origin FROM model WHERE organisation_id = g.id AND state = 'active') AS origin,
           CASE g.break_up ->> 'type' WHEN 'recorded'
             THEN (SELECT count(*)::int FROM outcome o WHERE o.organisation_id = g.id AND o.type = 'break-up')
             ELSE (SELECT count(*)::int FROM score s WHERE s.organisation_id = g.id
                     AND s.run_id = g.current_score_run_id AND s.stage = 'departed') END AS break_ups
    FROM organisation g WHERE g.id = ${organisationId}`;
  const breakUps = row?.break_ups ?? 0;
  const needed = BREAK_UPS_NEEDED;
  if (row?.origin === "learned") return { state: "learned", breakUps, needed, words: "learned" };
  if (breakUps >= needed) return { state: "rules only", breakUps, needed, words: "rules only" };
  return { state: "learning", breakUps, needed, words: `learning: ${breakUps} of ${needed} break-ups` };
}
