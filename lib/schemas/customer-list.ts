import { z } from "zod";
import { BANDS } from "@/lib/bands/bands";

/** Orders of the leaderboard; a minus sign means largest (or latest) first. */
export const CUSTOMER_SORTS = [
  "-risk",
  "risk",
  "-valueAtRisk",
  "valueAtRisk",
  "-change7d",
  "change7d",
  "-name",
  "name",
  "-renewsOn",
  "renewsOn",
] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export const STAGE_FILTERS = ["current", "departed", "all"] as const;
export type StageFilter = (typeof STAGE_FILTERS)[number];

/** "disagrees": only customers whose risk a person sees otherwise than the model. */
export const JUDGEMENT_FILTERS = ["disagrees"] as const;

const band = z.enum(BANDS);
/** "none": without an owner; otherwise a member's number or e-mail address. */
const owner = z.string().min(1).max(200).refine(isStorable);
const searchText = z.string().trim().max(200).refine(isStorable, "A text with U+0000 matches nothing.");
const cursor = z.string().max(2_000);

/** What GET /api/v1/customers takes: anything else is refused. Departed customers come last unless left out by `stage`. */
export const customerListQuery = z.strictObject({
  sort: z.enum(CUSTOMER_SORTS).default("-risk"),
  band: band.optional(),
  owner: owner.optional(),
  stage: z.enum(STAGE_FILTERS).default("all"),
  judgement: z.enum(JUDGEMENT_FILTERS).optional(),
  q: searchText.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  cursor: cursor.optional(),
});
export type CustomerListQuery = z.infer<typeof customerListQuery>;

/** What the leaderboard's address holds; a value that is none falls back, so that an old link still opens. */
export const customerListSearch = z.object({
  sort: z.enum(CUSTOMER_SORTS).catch("-risk"),
  band: band.optional().catch(undefined),
  owner: owner.optional().catch(undefined),
  stage: z.enum(STAGE_FILTERS).catch("current"),
  judgement: z.enum(JUDGEMENT_FILTERS).optional().catch(undefined),
  q: searchText.optional().catch(undefined),
  cursor: cursor.optional().catch(undefined),
});

/** PostgreSQL takes no U+0000 in a text. */
function isStorable(text: string): boolean {
  return !text.includes("\0");
}
