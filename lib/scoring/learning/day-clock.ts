import { DAY_MS } from "@/lib/scoring/day";

/** Calendar days of one time zone, as whole days since 1970-01-01 of the local date. */
export interface DayClock {
  dayOf(instantMs: number): number;
  /** The last millisecond of a day. */
  endOf(day: number): number;
}

export const UTC_DAYS: DayClock = {
  dayOf: (instantMs) => Math.floor(instantMs / DAY_MS),
  endOf: (day) => (day + 1) * DAY_MS - 1,
};
