import type { Band } from "@/lib/bands/bands";
import type { TimeLeft } from "@/lib/journey/time-left";
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
  /** By when somebody has to act; told of customers who waver. */
  timeLeft?: TimeLeft;
  /** ISO date. */
  renewsOn: string | null;
  mrrMinor: number | null;
  currency: string;
}>;
