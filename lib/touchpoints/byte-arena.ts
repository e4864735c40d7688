/**
 * Bytes that are used again and again: what one chunk was encoded into is written over by the next, so that an import leaves
 * the garbage collector no buffers, which it is slow to notice.
 */
export class ByteArena {
  #bytes: Buffer;
  #at = 0;

  /** @param expectedBytes it grows when that was too little */
  constructor(expectedBytes: number) {
    this.#bytes = Buffer.allocUnsafeSlow(expectedBytes);
  }

  /** So many bytes with anything in them, until `clear`. */
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) {
      this.#bytes = Buffer.allocUnsafeSlow(Math.max(length, this.#bytes.length * 2));
      this.#at = 0;
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** All that was taken may be written over. */
  clear(): void {
    this.#at = 0;
  }
}
