import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/errors";

/** The largest file that is taken. */
export const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

/** A file that was received whole and lies on the disk. */
export type ReceivedFile = Readonly<{ path: string; sha256: string; sizeBytes: number }>;

/**
 * Writes what arrives to a new file in the folder, at flat memory. What did not arrive whole is removed.
 * @throws AppError too-large, unavailable when the disk is full, bad-request when the sender broke off
 */
export async function receiveFile(folder: string, body: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
  const path = join(folder, `${randomUUID()}.part`);
  const file = await openNew(folder, path);
  try {
    return { path, ...(await writeAll(file, body)) };
  } catch (error) {
    await rm(path, { force: true });
    throw explain(error);
  } finally {
    await file.close();
  }
}

async function openNew(folder: string, path: string): Promise<FileHandle> {
  try {
    await mkdir(folder, { recursive: true });
    return await open(path, "wx", 0o600);
  } catch (error) {
    throw explain(error);
  }
}

async function writeAll(file: FileHandle, body: AsyncIterable<Uint8Array>) {
  const digest = createHash("sha256");
  let sizeBytes = 0;
  for await (const piece of arriving(body)) {
    sizeBytes += piece.byteLength;
    if (sizeBytes > MAX_UPLOAD_BYTES)
      throw new AppError("too-large", "A file may have at most 2 GiB. Split it or pack it with gzip.");
    digest.update(piece);
    await file.write(piece);
  }
  await file.sync();
  return { sha256: digest.digest("hex"), sizeBytes };
}

async function* arriving(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    // The sender went away in the middle: there is no one to answer, and it is not a bug of ours.
    throw new AppError(
      "bad-request",
      `The file did not arrive whole: ${error instanceof Error ? error.message : "cut off"}.`,
    );
  }
}

const DISK_FAULTS: ReadonlyMap<unknown, string> = new Map([
  ["ENOSPC", "The disk is full. Free some room and send the file again; nothing was kept."],
  ["EDQUOT", "The disk is full. Free some room and send the file again; nothing was kept."],
  ["EROFS", "The data folder cannot be written to."],
  ["EACCES", "The data folder cannot be written to."],
]);

function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const message = DISK_FAULTS.get(code);
  return message ? new AppError("unavailable", message) : error;
}
