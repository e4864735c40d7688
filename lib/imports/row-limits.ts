/** The longest texts that are kept, in UTF-16 units. */
export const MAX_ID_CHARS = 200;
export const MAX_NAME_CHARS = 300;
export const MAX_KIND_CHARS = 200;
export const MAX_TEXT_CHARS = 10_000;

/** Larger chunks meet more neighbours in the index and are quicker; smaller ones show progress and lose less. */
export const CHUNK_ROWS = 10_000;
