import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import { isGzip } from "./file-signature";

/** Small enough for the text of a piece to be young garbage, which costs nothing to collect. */
const PIECE_BYTES = 64 * 1024;
/** A compressed file may grow to so much, and to so many times its size once it is past the first megabytes. */
const MAX_EXPANDED_BYTES = 8 * 1024 ** 3;
const MAX_EXPANSION = 250;
const EXPANSION_FREE_BYTES = 16 * 1024 ** 2;

/** The bytes of a stored file piece by piece, unpacked when it is gzip. */
export type FileBytes = Readonly<{
  pieces: AsyncIterable<Buffer>;
  /** Bytes of the stored file that were read so far. */
  bytesRead: () => number;
}>;

/** @throws AppError too-large while reading a gzip bomb, unprocessable for a damaged archive */
export async function openFileBytes(path: string): Promise<FileBytes> {
  const isPacked = isGzip(await readHead(path, 3));
  const file = createReadStream(path, { highWaterMark: PIECE_BYTES });
  const bytesRead = () => file.bytesRead;
  if (!isPacked) return { pieces: file, bytesRead };
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  // The iteration below reports what goes wrong.
  pipeline(file, gunzip, () => undefined);
  return { pieces: bounded(gunzip, bytesRead), bytesRead };
}

/** The first bytes of a file as it is stored. */
export async function readHead(path: string, length: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* bounded(pieces: AsyncIterable<Buffer>, bytesRead: () => number): AsyncGenerator<Buffer> {
  let expanded = 0;
  try {
    for await (const piece of pieces) {
      expanded += piece.length;
      const allowed = Math.min(MAX_EXPANDED_BYTES, Math.max(EXPANSION_FREE_BYTES, bytesRead() * MAX_EXPANSION));
      if (expanded > allowed) {
        throw new AppError("too-large", "This gzip file unpacks to far more than its size. Send it unpacked.");
      }
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new AppError("unprocessable", `This gzip file is damaged: ${error.message}.`);
    }
    throw error;
  }
}
