import { z } from "zod";

/** The moment to score; left out: the organisation's clock. */
export const recomputeRequest = z.strictObject({ asOf: z.iso.datetime({ offset: true }).optional() });
export type RecomputeRequest = z.infer<typeof recomputeRequest>;
