import { z } from "zod";

/** The part of an address that names a customer by the sender's id. */
export const customerParams = z.strictObject({ externalId: z.string().min(1).max(500) });
