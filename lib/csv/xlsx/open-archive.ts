import yauzl, { type Entry, type ZipFile } from "yauzl";
import { AppError } from "@/lib/errors";

const MAX_PARTS = 10_000;
/** A part of a workbook may unpack to so much; a larger sheet is better sent as CSV. */
const MAX_PART_BYTES = 256 * 1024 ** 2;

/** The parts of a zip archive, unpacked as they are read. */
export type Archive = Readonly<{
  names: ReadonlySet<string>;
  /** @throws AppError too-large for a part that unpacks to more than is read; undefined: there is no such part */
  read: (name: string) => Promise<AsyncIterable<Buffer> | undefined>;
  close: () => void;
}>;

/** @throws AppError unprocessable for what is no sound zip archive */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(noArchive);
  try {
    const parts = await listParts(zip);
    return {
      names: new Set(parts.keys()),
      read: async (name) => {
        const part = parts.get(name);
        return part && bounded(await openPart(zip, part));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listParts(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) {
    throw new AppError("unprocessable", "This workbook has too many parts to be one. Export the sheet as CSV.");
  }
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
  } catch (error) {
    damaged(error);
  }
  return parts;
}

async function openPart(zip: ZipFile, part: Entry): Promise<AsyncIterable<Buffer>> {
  // The size it says is held against what really comes while it is unpacked.
  if (part.uncompressedSize > MAX_PART_BYTES) throw tooLarge();
  return zip.openReadStreamPromise(part).catch(damaged);
}

async function* bounded(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > MAX_PART_BYTES) throw tooLarge();
      yield piece;
    }
  } catch (error) {
    damaged(error);
  }
}

function tooLarge(): AppError {
  return new AppError(
    "too-large",
    "This workbook unpacks to more than 256 MiB. Export the sheet as CSV and send that.",
  );
}

function noArchive(error: unknown): never {
  const why = error instanceof Error ? error.message : "it cannot be read";
  const message = `This file begins as an Excel workbook or a zip archive does, but is damaged: ${why.slice(0, 200)}.`;
  throw new AppError("unsupported-type", message);
}

function damaged(error: unknown): never {
  if (error instanceof AppError) throw error;
  const why = error instanceof Error ? error.message : "it cannot be read";
  throw new AppError("unprocessable", `This workbook or archive is damaged: ${why.slice(0, 200)}.`);
}
