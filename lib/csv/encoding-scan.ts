import { isAscii } from "node:buffer";
import type { Encoding } from "./encodings";

const HEAD_BYTES = 4096;

/**
 * Finds a file's encoding from all of its bytes, piece by piece: by its byte order mark; UTF-16 without one by where its
 * zero bytes stand; UTF-8 when its sequences hold, also if a few are broken; Windows-1252 otherwise.
 */
export class EncodingScan {
  #head: Buffer = Buffer.alloc(0);
  #sequences = 0;
  #broken = 0;
  /** Bytes that the sequence at hand still needs. */
  #open = 0;

  push(piece: Buffer): void {
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD_BYTES - this.#head.length)]);
    }
    if (this.#open === 0 && isAscii(piece)) return;
    this.#countSequences(piece);
  }

  /** undefined when the head has zero bytes that no text encoding explains: a binary file. */
  result(): Encoding | undefined {
    const byMark = encodingOfMark(this.#head);
    if (byMark) return byMark;
    const byZeros = encodingOfZeros(this.#head);
    if (byZeros) return byZeros;
    if (this.#head.includes(0)) return undefined;
    return this.#broken === 0 || this.#sequences > this.#broken ? "utf-8" : "windows-1252";
  }

  #countSequences(piece: Buffer): void {
    let open = this.#open;
    for (const byte of piece) {
      const isContinuation = (byte & 0xc0) === 0x80;
      if (open > 0 && isContinuation) {
        open -= 1;
        if (open === 0) this.#sequences += 1;
        continue;
      }
      if (open > 0 || isContinuation) this.#broken += 1;
      open = continuationsAfter(byte);
      if (open === -1) {
        this.#broken += 1;
        open = 0;
      }
    }
    this.#open = open;
  }
}

function encodingOfMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Mostly Latin text in UTF-16 has a zero in nearly every second byte, and none in the others. */
function encodingOfZeros(head: Buffer): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.4 && odd < half * 0.05) return "utf-16be";
  return undefined;
}

/** Continuation bytes that follow a first byte of UTF-8; -1 for a byte that cannot be one. */
function continuationsAfter(byte: number): number {
  if (byte < 0x80 || (byte & 0xc0) === 0x80) return 0;
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  if (byte >= 0xf0 && byte <= 0xf4) return 3;
  return -1;
}
