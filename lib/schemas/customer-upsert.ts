import { z } from "zod";
import { daySchema, externalIdSchema, nameSchema, traitsSchema } from "./row-parts";

const currency = z.string().regex(/^[A-Z]{3}$/, "Give a currency code such as EUR.");

/** What is to be said of one customer: what is left out stays as it is, null empties it. */
export const customerUpsertSchema = z.strictObject({
  externalId: externalIdSchema,
  name: nameSchema.optional(),
  ownerEmail: z.email().max(254).nullish(),
  mrr: z.strictObject({ amountMinor: z.int().min(0).max(1e15), currency }).nullish(),
  startedOn: daySchema.nullish(),
  renewsOn: daySchema.nullish(),
  traits: traitsSchema.optional(),
});

export const MAX_CUSTOMERS = 5_000;

/** A batch. Rows are parsed one by one, so that a bad one is refused alone. */
export const customerBatch = z.strictObject({
  customers: z.array(z.unknown()).min(1).meta({ maxItems: MAX_CUSTOMERS, items: {} }),
});
