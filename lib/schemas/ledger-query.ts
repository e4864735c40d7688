import { z } from "zod";
import { instantMs } from "./instant";

/**
 * What GET /api/v1/customers/{externalId}/ledger takes. `from` and `to` bound the summary and the entries; left out: the
 * summary is of the last seven days, the entries go back to the first score.
 */
export const ledgerQuery = z
  .strictObject({
    from: instantMs.optional(),
    to: instantMs.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    cursor: z.string().max(200).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, "`from` must be before `to`.");

export type LedgerQuery = z.infer<typeof ledgerQuery>;
