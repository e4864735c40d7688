import { z } from "zod";
import { unknownPolicy } from "./import-options";
import { instantMs } from "./instant";
import { detailsSchema, externalIdSchema } from "./row-parts";

/** One touchpoint as another program sends it. */
export const touchpointSchema = z.strictObject({
  id: externalIdSchema.optional().describe("The sender's id; a touchpoint that is sent again under it is a duplicate"),
  customerExternalId: externalIdSchema,
  kind: externalIdSchema.describe("Key or label of a kind in the catalogue"),
  occurredAt: instantMs,
  value: z.number().min(-1e15).max(1e15).nullish(),
  sentiment: z.number().min(-1).max(1).nullish().describe("-1 (bad) to 1 (good)"),
  details: detailsSchema.nullish(),
});

export const MAX_TOUCHPOINTS = 10_000;

/** A batch. Rows are parsed one by one, so that a bad one is refused alone. */
export const touchpointBatch = z.strictObject({
  touchpoints: z.array(z.unknown()).min(1).meta({ maxItems: MAX_TOUCHPOINTS, items: {} }),
});

export const ingestQuery = z.object({
  unknownCustomer: unknownPolicy.default("reject"),
  unknownKind: unknownPolicy.default("reject"),
});
export type IngestOptions = z.infer<typeof ingestQuery>;
