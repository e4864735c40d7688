import { writeTimestamp } from "./write-timestamp";

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const LARGEST_FIXED_FIELD = 20;

/**
 * Rows in the binary format of COPY, which PostgreSQL reads without parsing text.
 * See https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-BINARY-FORMAT
 */
export class BinaryRows {
  #bytes: Buffer;
  #at = 0;

  constructor(expectedBytes: number) {
    this.#bytes = Buffer.allocUnsafe(expectedBytes + SIGNATURE.length);
    this.#at = SIGNATURE.copy(this.#bytes);
  }

  /** Begins a row of so many fields; they follow in order. */
  row(fields: number): void {
    this.#reserve(2);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
  }

  /** @param hex 32 digits without dashes */
  uuid(hex: string): void {
    this.#length(16);
    this.#at += this.#bytes.write(hex, this.#at, "hex");
  }

  int4(value: number): void {
    this.#length(4);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }

  int2(value: number): void {
    this.#length(2);
    this.#at = this.#bytes.writeInt16BE(value, this.#at);
  }

  /** @param value NaN is stored as null */
  float8(value: number): void {
    if (Number.isNaN(value)) this.null();
    else {
      this.#length(8);
      this.#at = this.#bytes.writeDoubleBE(value, this.#at);
    }
  }

  /** @param value NaN is stored as null */
  float4(value: number): void {
    if (Number.isNaN(value)) this.null();
    else {
      this.#length(4);
      this.#at = this.#bytes.writeFloatBE(value, this.#at);
    }
  }

  /** @param ms since 1970 */
  timestamp(ms: number): void {
    this.#length(8);
    writeTimestamp(this.#bytes, this.#at, ms);
    this.#at += 8;
  }

  text(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(4 + value.length * 3);
    const written = this.#bytes.write(value, this.#at + 4, "utf8");
    this.#bytes.writeInt32BE(written, this.#at);
    this.#at += 4 + written;
  }

  null(): void {
    this.#reserve(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
  }

  /** All of it, with the trailer. */
  finish(): Buffer {
    this.#reserve(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  #length(bytes: number): void {
    this.#reserve(LARGEST_FIXED_FIELD);
    this.#at = this.#bytes.writeInt32BE(bytes, this.#at);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}
