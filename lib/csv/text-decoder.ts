import { isAscii } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import type { Encoding } from "./encodings";

/** Turns the pieces of a file into text; a character across two pieces is kept whole. */
export interface PieceDecoder {
  write(piece: Buffer): string;
  end(): string;
}

/**
 * A decoder without the byte order mark. Bytes that are no characters become U+FFFD, so that the row they are in can be
 * refused rather than the file.
 */
export function createDecoder(encoding: Encoding): PieceDecoder {
  return withoutMark(decoderOf(encoding));
}

function decoderOf(encoding: Encoding): PieceDecoder {
  switch (encoding) {
    case "utf-8":
      return utf8Decoder();
    case "utf-16le":
      return new StringDecoder("utf16le");
    case "utf-16be":
      return swappedDecoder();
    case "windows-1252": {
      const decoder = new TextDecoder("windows-1252");
      return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
    }
  }
}

/** Plain ASCII, which most pieces are, takes the short way. */
function utf8Decoder(): PieceDecoder {
  const decoder = new StringDecoder("utf8");
  let isWhole = true;
  return {
    write(piece) {
      if (isWhole && isAscii(piece)) return piece.toString("latin1");
      const text = decoder.write(piece);
      isWhole = (piece.at(-1) ?? 0) < 0x80;
      return text;
    },
    end: () => decoder.end(),
  };
}

function swappedDecoder(): PieceDecoder {
  const decoder = new StringDecoder("utf16le");
  let odd: Buffer = Buffer.alloc(0);
  return {
    write(piece) {
      const bytes = Buffer.concat([odd, piece]);
      const whole = bytes.length - (bytes.length % 2);
      odd = bytes.subarray(whole);
      return decoder.write(bytes.subarray(0, whole).swap16());
    },
    end: () => decoder.end() + (odd.length > 0 ? "\uFFFD" : ""),
  };
}

function withoutMark(decoder: PieceDecoder): PieceDecoder {
  let isFirst = true;
  return {
    write(piece) {
      const text = decoder.write(piece);
      if (!isFirst || text === "") return text;
      isFirst = false;
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    },
    end: () => decoder.end(),
  };
}
