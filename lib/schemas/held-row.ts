import { z } from "zod";
import { OUTCOME_TYPES } from "./outcome";
import { externalIdSchema } from "./row-parts";

/** Why a row waits in the holding pen. */
export const HELD_REASONS = ["unknown-customer", "unknown-kind"] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** The most rows that one call mends and releases, or throws away. */
export const MAX_RELEASED = 10_000;

/** A touchpoint as it waits: checked, ready for the merge. */
export const heldTouchpoint = z.object({
  senderId: z.string().nullable(),
  customerExternalId: z.string(),
  kind: z.string(),
  occurredAtMs: z.number(),
  /** null for none: JSON knows no NaN */
  value: z.number().nullable(),
  sentiment: z.number().nullable(),
  details: z.string().nullable(),
});
export type HeldTouchpoint = z.infer<typeof heldTouchpoint>;

export const heldOutcome = z.object({
  customerExternalId: z.string(),
  type: z.enum(OUTCOME_TYPES),
  occurredOn: z.string(),
  reasons: z.array(z.string()),
  avoidable: z.boolean().nullable(),
});
export type HeldOutcome = z.infer<typeof heldOutcome>;

const idOfImport = z.coerce.number().int().positive().max(2_147_483_647);

export const heldRowQuery = z.object({
  reason: z.enum(HELD_REASONS).optional(),
  customerExternalId: externalIdSchema.optional(),
  kind: externalIdSchema.optional(),
  importId: idOfImport.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional().describe("The nextCursor of the page before"),
});
export type HeldRowQuery = z.infer<typeof heldRowQuery>;

/** As heldRowQuery, for the address of a page: whatever cannot be read is left out. */
export const heldRowSearch = z.object({
  reason: z.enum(HELD_REASONS).optional().catch(undefined),
  customerExternalId: externalIdSchema.optional().catch(undefined),
  kind: externalIdSchema.optional().catch(undefined),
  importId: idOfImport.optional().catch(undefined),
  limit: z.literal(50).catch(50),
  cursor: z.string().max(100).optional().catch(undefined),
});

/** Which rows: those named, or all with a value; at least one must be said. */
const selection = {
  keys: z.array(z.guid()).min(1).max(MAX_RELEASED).optional(),
  customerExternalId: externalIdSchema.optional().describe("All rows that name this customer"),
  kind: externalIdSchema.optional().describe("All rows that name this kind"),
  importId: z.int().positive().max(2_147_483_647).optional().describe("All rows of this import"),
};
export type HeldSelection = z.infer<z.ZodObject<typeof selection>>;

const saysWhich = (given: HeldSelection) =>
  (given.keys ?? given.customerExternalId ?? given.kind ?? given.importId) !== undefined;
const SAY_WHICH = { path: ["keys"], error: "Say which rows: keys, customerExternalId, kind or importId." };

export const discardRequest = z.strictObject(selection).refine(saysWhich, SAY_WHICH);

/** How rows are mended on their way out. What is left out stays as it was sent. */
const mending = z.strictObject({
  customerExternalId: externalIdSchema.optional().describe("The customer whom the rows are about"),
  createCustomer: z.boolean().default(false).describe("Make the customer when it is not known"),
  kind: externalIdSchema.optional().describe("Key or label of a kind in the catalogue"),
  createKind: z.boolean().default(false).describe("Add the kind to the catalogue when it is not in it"),
});

export const releaseRequest = z
  .strictObject({ ...selection, mend: mending.default({ createCustomer: false, createKind: false }) })
  .refine(saysWhich, SAY_WHICH);
export type ReleaseRequest = z.infer<typeof releaseRequest>;

export const releaseResult = z.object({
  released: z.int().describe("Rows that became touchpoints or outcomes"),
  duplicates: z.int().describe("Rows that were there already"),
  held: z.int().describe("Rows that still name what is not known"),
  remaining: z.int().describe("Rows of the selection beyond the 10,000 of one call"),
});
export type ReleaseResult = z.infer<typeof releaseResult>;

export const discardResult = z.object({ discarded: z.int(), remaining: z.int() });
