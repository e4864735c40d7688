import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";

export const JOURNEY_RANGES = ["30d", "90d", "1y", "2y", "5y", "all"] as const;
export type JourneyRange = (typeof JOURNEY_RANGES)[number];

/** How many days a stretch goes back; "all" further than any relationship. */
export const JOURNEY_DAYS: Readonly<Record<JourneyRange, number>> = {
  "30d": 30,
  "90d": 90,
  "1y": 365,
  "2y": 730,
  "5y": 1_826,
  all: 36_525,
};

/** A calendar day that a drawing can begin with. */
const day = z.iso
  .date()
  .refine((text) => text >= "1900-01-01" && text < "2200-01-01")
  .optional()
  .catch(undefined);

/** What a customer's page asks of the journey; anything unreadable falls back to what is usual. */
export const journeySearch = z
  .object({
    range: z.enum(JOURNEY_RANGES).catch("1y"),
    /** The first and the last day that are shown, instead of a range. */
    from: day,
    to: day,
    /** As it was at the end of that day: what came later is left out of the whole page. */
    asOf: day,
    lane: z.enum(CATEGORIES).optional().catch(undefined),
    page: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .catch(1),
    /** Whether earlier changes of the risk are listed as well. */
    changes: z.literal("earlier").optional().catch(undefined),
    /** Whether the small reasons are told one by one as well. */
    reasons: z.literal("all").optional().catch(undefined),
  })
  .transform(({ from, to, ...rest }) => ({ ...rest, ...(from && to && from <= to ? { from, to } : {}) }));

export type JourneySearch = z.infer<typeof journeySearch>;
