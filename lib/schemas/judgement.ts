import { z } from "zod";
import { BANDS } from "@/lib/bands/bands";
import { daySchema, externalIdSchema } from "./row-parts";

const MAX_REASON = 2_000;
const ID = z.coerce.number().int().min(1).max(2_147_483_647);

/** Text of several lines; PostgreSQL cannot hold NUL, and other control characters cannot be shown. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(MAX_REASON)
  .regex(/^[\P{Cc}\n\r\t]*$/u, "This contains characters that cannot be shown.")
  .transform((text) => text.replaceAll("\r\n", "\n"));

/** Nobody is certain: from one in a thousand to 999. */
const probability = z.number().min(0.001).max(0.999);

/** What a person thinks of a risk: a band, or a probability, or neither, which is a comment. */
export const newJudgement = z
  .strictObject({
    band: z.enum(BANDS).optional(),
    probability: probability.optional(),
    reason,
    /** The last day on which it stands. */
    expiresOn: daySchema,
  })
  .refine(({ band, probability: given }) => band === undefined || given === undefined, {
    error: "Give a band or a probability, not both.",
    path: ["probability"],
  });
export type NewJudgement = z.infer<typeof newJudgement>;

export const judgementWithdrawal = z.strictObject({ judgementId: z.int().min(1).max(2_147_483_647) });

export const judgementsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional().describe("The nextCursor of the page before"),
});
export type JudgementsQuery = z.infer<typeof judgementsQuery>;

/** What the form lets say: a band, a number out of 100, or a comment alone. */
export const JUDGEMENT_CHOICES = [...BANDS, "number", "comment"] as const;

/** The form on a customer's page. */
export const judgementForm = z
  .strictObject({
    externalId: externalIdSchema,
    says: z.enum(JUDGEMENT_CHOICES),
    /** Out of 100, whole: read where a number is said. */
    risk: z.string().trim().max(10).default(""),
    reason,
    expiresOn: daySchema,
  })
  .refine(({ says, risk }) => says !== "number" || /^[1-9]\d?$/.test(risk), {
    error: "Give a whole number from 1 to 99.",
    path: ["risk"],
    params: { code: "not-a-risk" },
  })
  .transform(({ says, risk, ...rest }) => {
    if (says === "comment") return rest;
    return says === "number" ? { ...rest, probability: Number(risk) / 100 } : { ...rest, band: says };
  });

export const withdrawalForm = z.strictObject({ externalId: externalIdSchema, judgementId: ID });
