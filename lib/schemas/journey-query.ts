import { z } from "zod";
import { instantMs } from "./instant";

/** The stretch that GET /api/v1/customers/{externalId}/journey reads; left out: the last year and what is ahead. */
export const journeyQuery = z
  .strictObject({ from: instantMs.optional(), to: instantMs.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, "`from` must be before `to`.");
