import { z } from "zod";
import { heldRowSearch } from "./held-row";
import { externalIdSchema } from "./row-parts";

const blank = (value: unknown) => (value === "" ? undefined : value);
const optionalId = z.preprocess(blank, externalIdSchema.optional());

/** Which rows a form of the holding pen is about: one, or all that name a customer or a kind. */
const which = {
  key: z.preprocess(blank, z.guid().optional()),
  customerExternalId: optionalId,
  kind: optionalId,
};

type Which = Readonly<{
  key?: string | undefined;
  customerExternalId?: string | undefined;
  kind?: string | undefined;
}>;

function selectionOf({ key, customerExternalId, kind }: Which) {
  return key === undefined ? { customerExternalId, kind } : { keys: [key] };
}

/** How rows are mended: by a customer or kind that is known, or by making what they name. */
export const releaseForm = z
  .object({
    ...which,
    toCustomer: optionalId,
    toKind: optionalId,
    createCustomer: z.literal("on").optional(),
    createKind: z.literal("on").optional(),
  })
  .transform(({ toCustomer, toKind, createCustomer, createKind, ...rows }) => ({
    ...selectionOf(rows),
    mend: {
      customerExternalId: toCustomer,
      kind: toKind,
      createCustomer: createCustomer === "on",
      createKind: createKind === "on",
    },
  }));

export const discardForm = z.object(which).transform(selectionOf);

const count = z.coerce.number().int().min(0).optional().catch(undefined);

/** The address of the page: the filter, and what the last release or discard came to. */
export const heldPageSearch = heldRowSearch.extend({
  released: count,
  duplicates: count,
  stayed: count,
  discarded: count,
});
