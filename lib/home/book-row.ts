import type { Band } from "@/lib/bands/bands";
import type { ReasonText } from "@/lib/scoring/types";

/** A customer of a book as the first page names it. */
export type BookRow = Readonly<{
  externalId: string;
  name: string;
  probability: number;
  band: Band;
  /** Points gained since the moment that is asked about. */
  change: number;
  topReason: ReasonText | null;
  stageSinceMs: number;
  /** ISO date. */
  renewsOn: string | null;
  mrrMinor: number | null;
  currency: string;
}>;
