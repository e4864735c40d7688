import { withTenantClient } from "@/lib/db/with-tenant-client";
import { orderScores } from "@/lib/scores/order-scores";
import { scoreTouched } from "@/lib/scores/score-touched";

/** Scores customers as if something had just touched them. */
export async function scoreAgain(organisationId: number, customerIds: readonly number[]): Promise<void> {
  await withTenantClient(organisationId, (client) => orderScores(client, organisationId, customerIds));
  await scoreTouched(organisationId);
}
