import { z } from "zod";
import { daySchema, externalIdSchema, nameSchema } from "./row-parts";

/** What a stretch of a relationship can come to. */
export const OUTCOME_TYPES = ["break-up", "renewal", "downgrade", "return"] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];

/** One outcome as another program sends it. */
export const outcomeSchema = z.strictObject({
  customerExternalId: externalIdSchema,
  type: z.enum(OUTCOME_TYPES),
  occurredOn: daySchema,
  reasons: z.array(nameSchema).max(50).optional(),
  avoidable: z.boolean().nullish(),
});

export const MAX_OUTCOMES = 5_000;

/** A batch. Rows are parsed one by one, so that a bad one is refused alone. */
export const outcomeBatch = z.strictObject({
  outcomes: z.array(z.unknown()).min(1).meta({ maxItems: MAX_OUTCOMES, items: {} }),
});

export const outcomeQuery = z.object({ unknownCustomer: z.enum(["create", "reject"]).default("reject") });
