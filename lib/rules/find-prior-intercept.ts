import type { TenantTransaction } from "@/lib/db/with-tenant";
import { modelParameters } from "@/lib/schemas/model-parameters";

/** The rate assumed until the organisation's own break-ups tell it: 5 in 100 within the horizon. */
const ASSUMED_BASE_RATE = 0.05;

/** The intercept of the newest model that took the rules' points as they are; the assumed base rate without any. */
export async function findPriorIntercept(tx: TenantTransaction, organisationId: number): Promise<number> {
  const newest = await tx.model.findFirst({
    where: { organisationId, origin: "rules" },
    orderBy: { version: "desc" },
    select: { parameters: true },
  });
  const model = newest && modelParameters.parse(newest.parameters);
  if (model?.kind === "prior") return model.intercept;
  return Math.log(ASSUMED_BASE_RATE / (1 - ASSUMED_BASE_RATE));
}
