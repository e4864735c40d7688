import { z } from "zod";
import { cleanText, storableText } from "@/lib/csv/clean-text";

/** The part of an address that names a customer by the sender's id. */
export const customerParams = z.strictObject({ externalId: z.string().min(1).max(500).transform(asStored) });

/** Ids are kept in one normal form; what can be no id is looked up as it is, and found nowhere. */
function asStored(externalId: string): string {
  return cleanText(externalId) ?? storableText(externalId, 500);
}
