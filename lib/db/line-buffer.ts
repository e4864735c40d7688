const FIRST_BYTES = 64 * 1024;
const NEWLINE = 0x0a;
/** UTF-8 takes at most so many bytes for a unit of a JavaScript string. */
const BYTES_A_UNIT = 3;

/**
 * Lines that wait to be sent by COPY, as bytes outside the heap: as strings they would be moved by the garbage collector,
 * taken for something that stays, and left for a collection that comes late. The room is kept and used again.
 */
export class LineBuffer {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #length = 0;

  /** Adds a line and its end. */
  append(line: string): void {
    this.#makeRoom(line.length * BYTES_A_UNIT + 1);
    this.#length += this.#bytes.write(line, this.#length);
    this.#bytes[this.#length] = NEWLINE;
    this.#length += 1;
  }

  /** The lines since the last `clear`, without a copy: valid until the next call of either. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
