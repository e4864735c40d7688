/** A day is a window of 86,400,000 ms, whatever the clocks did. */
export const DAY_MS = 86_400_000;
