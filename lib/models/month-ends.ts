const DAY_MS = 86_400_000;

/** The last days of so many months up to a day, as days since 1970, oldest first. */
export function monthEnds(lastDay: number, months: number): readonly number[] {
  const last = new Date(lastDay * DAY_MS);
  const ends = Array.from({ length: months + 1 }, (_, at) => {
    // Day 0 of a month is the last of the month before it.
    return Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1 - at, 0) / DAY_MS;
  });
  return ends
    .filter((day) => day <= lastDay)
    .slice(0, months)
    .reverse();
}
