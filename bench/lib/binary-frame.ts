const HEADER_BYTES = 19;
const TRAILER_BYTES = 2;

/** A piece of COPY's binary format without its header or trailer, so that pieces can follow one another in one stream. */
export function withoutBinaryFrame(bytes: Buffer, drop: Readonly<{ header: boolean; trailer: boolean }>): Buffer {
  return bytes.subarray(drop.header ? HEADER_BYTES : 0, bytes.length - (drop.trailer ? TRAILER_BYTES : 0));
}
