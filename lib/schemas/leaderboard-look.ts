import { z } from "zod";

/** Columns that can be chosen, in the order in which they stand; risk and customer are always there. */
export const LEADERBOARD_COLUMNS = [
  "trend",
  "why",
  "change7d",
  "valueAtRisk",
  "mrr",
  "timeLeft",
  "renewsOn",
  "owner",
  "tags",
] as const;
export type LeaderboardColumn = (typeof LEADERBOARD_COLUMNS)[number];

export const USUAL_COLUMNS: readonly LeaderboardColumn[] = [
  "trend",
  "why",
  "change7d",
  "valueAtRisk",
  "timeLeft",
  "owner",
];

export const DENSITIES = ["comfortable", "dense"] as const;
export type Density = (typeof DENSITIES)[number];

const chosen = z
  .union([z.string().transform((text) => text.split(",")), z.array(z.string())])
  .pipe(z.array(z.enum(LEADERBOARD_COLUMNS)).min(1))
  .transform((columns) => LEADERBOARD_COLUMNS.filter((column) => columns.includes(column)));

/** How the leaderboard is shown, as its address says; a value that is none falls back. */
export const leaderboardLook = z.object({
  columns: chosen.optional().catch(undefined),
  density: z.enum(DENSITIES).optional().catch(undefined),
  /** The saved view that is open: its number, or "all" for none although another one would open first. */
  view: z
    .string()
    .regex(/^(all|[1-9]\d{0,9})$/)
    .optional()
    .catch(undefined),
});
