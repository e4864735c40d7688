import { z } from "zod";
import { instantMs } from "./instant";

/** Touchpoints handed out at once. */
export const MOST_JOURNEY_TOUCHPOINTS = 2_000;

/**
 * What GET /api/v1/customers/{externalId}/journey takes. `from` and `to` bound the stretch; left out: the last year and what
 * is ahead. Touchpoints come in pages, oldest first.
 */
export const journeyQuery = z
  .strictObject({
    from: instantMs.optional(),
    to: instantMs.optional(),
    limit: z.coerce.number().int().min(1).max(MOST_JOURNEY_TOUCHPOINTS).default(MOST_JOURNEY_TOUCHPOINTS),
    cursor: z.string().max(1_000).optional().describe("The nextCursor of the page before"),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, "`from` must be before `to`.");

export type JourneyQuery = z.infer<typeof journeyQuery>;
