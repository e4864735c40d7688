import { z } from "zod";
import { customerFilterQuery, namedCustomers } from "./customer-list";
import { plainText } from "./plain-text";

/** What can be done to many customers at once. */
export const BULK_TYPES = ["assign", "tag", "untag", "snooze"] as const;
export type BulkType = (typeof BULK_TYPES)[number];

/** Customers one by one, or all that a filter leaves. */
export const bulkSelection = z.union([
  z.strictObject({ externalIds: namedCustomers }),
  z.strictObject({ query: z.record(z.string(), z.string()) }),
]);
export type BulkSelection = z.infer<typeof bulkSelection>;

const tag = plainText(40);
const memberId = z.string().regex(/^[1-9]\d{0,9}$/);

/** The new owner's number ("none": nobody), a tag, or the day until which they are snoozed. */
export const bulkRequest = z
  .strictObject({
    type: z.enum(BULK_TYPES),
    value: z.string().trim().max(200),
    selection: z
      .string()
      .max(300_000)
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: "custom", message: "The selection is no JSON." });
          return z.NEVER;
        }
      })
      .pipe(bulkSelection),
  })
  .superRefine(({ type, value, selection }, context) => {
    const schema = VALUES[type];
    if (!schema.safeParse(value).success) {
      context.addIssue({ code: "custom", path: ["value"], message: "This does not fit what is to be done." });
    }
    if ("query" in selection && !customerFilterQuery.safeParse(selection.query).success) {
      context.addIssue({ code: "custom", path: ["selection"], message: "These filters are none of the leaderboard." });
    }
  });
export type BulkRequest = z.infer<typeof bulkRequest>;

const VALUES: Readonly<Record<BulkType, z.ZodType>> = {
  assign: z.union([z.literal("none"), memberId]),
  tag,
  untag: tag,
  snooze: z.iso.date(),
};

export const bulkChangeId = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
