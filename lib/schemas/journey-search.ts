import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";

export const JOURNEY_RANGES = ["90d", "1y", "2y", "all"] as const;
export type JourneyRange = (typeof JOURNEY_RANGES)[number];

/** How many days a stretch goes back; "all" further than any relationship. */
export const JOURNEY_DAYS: Readonly<Record<JourneyRange, number>> = { "90d": 90, "1y": 365, "2y": 730, all: 36_525 };

/** What a customer's page asks of the journey; anything unreadable falls back to what is usual. */
export const journeySearch = z.object({
  range: z.enum(JOURNEY_RANGES).catch("1y"),
  lane: z.enum(CATEGORIES).optional().catch(undefined),
  page: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .catch(1),
  /** Whether earlier changes of the risk are listed as well. */
  changes: z.literal("earlier").optional().catch(undefined),
});

export type JourneySearch = z.infer<typeof journeySearch>;
