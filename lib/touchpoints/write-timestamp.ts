/** PostgreSQL counts microseconds from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const TWO_TO_32 = 4_294_967_296;

/** Writes an instant as PostgreSQL's eight bytes. @param ms since 1970 */
export function writeTimestamp(bytes: Buffer, offset: number, ms: number): void {
  const microseconds = (ms - EPOCH_MS) * 1000;
  const high = Math.floor(microseconds / TWO_TO_32);
  bytes.writeInt32BE(high, offset);
  bytes.writeUInt32BE(microseconds - high * TWO_TO_32, offset + 4);
}
