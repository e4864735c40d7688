import { z } from "zod";
import { BANDS } from "@/lib/bands/bands";
import { CATEGORIES } from "@/lib/kinds/categories";
import { STAGES } from "@/lib/stages/stages";
import { leaderboardLook } from "./leaderboard-look";
import { wantedTraits } from "./wanted-traits";

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

/** One stage, everyone who has not departed, or everyone. */
export const STAGE_FILTERS = ["current", ...STAGES, "all"] as const;
export type StageFilter = (typeof STAGE_FILTERS)[number];

/** "disagrees": only customers whose risk a person sees otherwise than the model. */
export const JUDGEMENT_FILTERS = ["disagrees"] as const;

/** By a point or more within seven days: to the worse, to the better, either. */
export const CHANGE_FILTERS = ["worse", "better", "any"] as const;

/** What is asked about customers who are snoozed: leave them out, show no others, make no difference. */
export const SNOOZE_FILTERS = ["hide", "only", "all"] as const;

const MOST_DAYS = 3_650;

const text = z.string().trim().max(200).refine(isStorable, "A text with U+0000 matches nothing.");
/** An amount in the organisation's currency, such as 500 or 99.50. */
const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,3})?$/, "An amount is digits, with a point before the minor part.")
  .transform(Number);

const filters = {
  band: z.enum(BANDS),
  /** "none": without an owner; "me": whoever asks; otherwise a member's number or e-mail address. */
  owner: z.string().min(1).max(200).refine(isStorable),
  stage: z.enum(STAGE_FILTERS),
  /** Of the reason that raises the risk most. */
  category: z.enum(CATEGORIES),
  /** Renews within so many days after the scores' day. */
  renewsWithin: z.coerce.number().int().min(0).max(MOST_DAYS),
  mrrFrom: amount,
  mrrTo: amount,
  change: z.enum(CHANGE_FILTERS),
  tag: text.min(1),
  /** Pairs in the form of a query: `plan=gold&region=EU`. */
  traits: text.pipe(wantedTraits),
  snoozed: z.enum(SNOOZE_FILTERS),
  judgement: z.enum(JUDGEMENT_FILTERS),
  q: text,
};

const cursor = z.string().max(2_000);

/** What GET /api/v1/customers filters by, and the leaderboard's export; anything else is refused. */
export const customerFilterQuery = z.strictObject({
  ...z.object(filters).partial().shape,
  sort: z.enum(CUSTOMER_SORTS).default("-risk"),
  stage: filters.stage.default("all"),
});
export type CustomerFilterQuery = z.infer<typeof customerFilterQuery>;

export const MOST_NAMED = 1_000;

/** Customers one by one, as the leaderboard's export and what is done to many at once name them. */
export const namedCustomers = z.array(z.string().min(1).max(200).refine(isStorable)).min(1).max(MOST_NAMED);

/** What POST /api/v1/customers.csv takes. */
export const customerExportRequest = z.strictObject({
  externalIds: namedCustomers,
  sort: customerFilterQuery.shape.sort,
});

/** A filter, among all customers or among those named. */
export type CustomerSelection = CustomerFilterQuery & Readonly<{ externalIds?: readonly string[] }>;

/** Departed customers come last unless left out by `stage`. */
export const customerListQuery = z.strictObject({
  ...customerFilterQuery.shape,
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  cursor: cursor.optional().describe("The nextCursor of the page before"),
});
export type CustomerListQuery = z.infer<typeof customerListQuery>;

/** What the leaderboard's address holds; a value that is none falls back, so that an old link still opens. */
export const customerListSearch = z.object({
  sort: z.enum(CUSTOMER_SORTS).catch("-risk"),
  stage: filters.stage.catch("current"),
  band: filters.band.optional().catch(undefined),
  owner: filters.owner.optional().catch(undefined),
  category: filters.category.optional().catch(undefined),
  renewsWithin: optionalText(filters.renewsWithin),
  mrrFrom: optionalText(filters.mrrFrom),
  mrrTo: optionalText(filters.mrrTo),
  change: filters.change.optional().catch(undefined),
  tag: filters.tag.optional().catch(undefined),
  snoozed: filters.snoozed.optional().catch(undefined),
  traits: optionalText(filters.traits),
  judgement: filters.judgement.optional().catch(undefined),
  q: filters.q.optional().catch(undefined),
  cursor: cursor.optional().catch(undefined),
  ...leaderboardLook.shape,
});
export type CustomerListSearch = z.infer<typeof customerListSearch>;

/** The text as the address holds it, when it is one that the list takes. */
function optionalText(schema: z.ZodType) {
  return z
    .string()
    .refine((value) => value !== "" && schema.safeParse(value).success)
    .optional()
    .catch(undefined);
}

/** PostgreSQL takes no U+0000 in a text. */
function isStorable(value: string): boolean {
  return !value.includes("\0");
}
