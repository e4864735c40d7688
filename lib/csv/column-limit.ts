/** A file may have so many columns. */
export const MAX_COLUMNS = 10_000;
