/** 2000-01-01T00:00:00Z, where PostgreSQL's timestamps start. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const HIGH_WORD = 2 ** 32;

/** The timestamptz in binary form at `offset`, microseconds since 2000 in two words, in milliseconds since 1970. */
export function timestampAt(view: DataView, offset: number): number {
  return POSTGRES_EPOCH_MS + (view.getInt32(offset) * HIGH_WORD + view.getUint32(offset + 4)) / 1000;
}
