import { z } from "zod";
import { OUTCOME_TYPES } from "./outcome";
import { daySchema, externalIdSchema } from "./row-parts";

const MAX_NOTE = 4_000;

/** Text of several lines; PostgreSQL cannot hold NUL, and other control characters cannot be shown. */
const noteText = z
  .string()
  .trim()
  .max(MAX_NOTE)
  .regex(/^[\P{Cc}\n\r\t]*$/u, "This contains characters that cannot be shown.")
  .transform((text) => text.replaceAll("\r\n", "\n"));

/** A time of the day in the organisation's zone, as the browser's own field gives it. */
const localTime = z
  .string()
  .regex(/^(?:19|2[01])\d\d-\d\d-\d\dT\d\d:\d\d$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00Z`)));

const amount = z
  .string()
  .trim()
  .max(40)
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((value) => value === null || Math.abs(value) <= 1e15);

/** A touchpoint that is written down on a customer's page. */
export const touchpointEntrySchema = z.strictObject({
  externalId: externalIdSchema,
  kind: z.string().min(1).max(200),
  occurredAt: localTime,
  value: amount.default(null),
  note: noteText.default(""),
});
export type TouchpointEntry = z.infer<typeof touchpointEntrySchema>;

export const noteEntrySchema = z.strictObject({ externalId: externalIdSchema, note: noteText.pipe(z.string().min(1)) });
export type NoteEntry = z.infer<typeof noteEntrySchema>;

/** An outcome that is written down; reasons are separated by commas, and both belong to an end alone. */
export const outcomeEntrySchema = z.strictObject({
  externalId: externalIdSchema,
  type: z.enum(OUTCOME_TYPES),
  occurredOn: daySchema,
  reasons: z
    .string()
    .max(1_000)
    .transform((text) => [...new Set(text.split(",").map((reason) => reason.trim()))].filter((reason) => reason !== ""))
    .pipe(
      z
        .array(
          z
            .string()
            .max(300)
            .regex(/^\P{Cc}*$/u),
        )
        .max(20),
    )
    .default([]),
  avoidable: z.enum(["", "yes", "no"]).default(""),
});
export type OutcomeEntry = z.infer<typeof outcomeEntrySchema>;

export const entryIdSchema = z.strictObject({
  externalId: externalIdSchema,
  entryId: z.coerce.number().int().min(1).max(2_147_483_647),
});
export type EntryId = z.infer<typeof entryIdSchema>;
