import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { AppError } from "@/lib/errors";
import { openArchive } from "./open-archive";
import { readSheet, type SheetRow } from "./read-sheet";
import { readWorkbook, type Workbook } from "./read-workbook";

/** Rows from which the width of a sheet is known. */
const WIDTH_ROWS = 100;
const MAX_WRITTEN_CHARS = 512 * 1024 ** 2;

/** Which sheet of a workbook was read, which others there are, and how many of its formulas have no stored value. */
export type SheetFacts = Readonly<{ sheet: string; sheets: readonly string[]; unsolvedFormulas: number }>;

/**
 * Writes one sheet of a workbook as CSV, at flat memory. Line numbers of the CSV are the row numbers of the sheet as long
 * as no cell has a line end in it.
 * @param wanted the name of a sheet; otherwise the first that holds something
 * @throws AppError unsupported-type for an archive that is no workbook, not-found for a sheet that is not there
 */
export async function convertWorkbook(from: string, to: string, wanted?: string): Promise<SheetFacts> {
  const archive = await openArchive(from);
  try {
    if (!archive.names.has("xl/workbook.xml")) {
      throw new AppError(
        "unsupported-type",
        "This file is a zip archive, not a CSV file or a workbook. Unpack it first.",
      );
    }
    const workbook = await readWorkbook(archive);
    const sheets = workbook.sheets.map((sheet) => sheet.name);
    const candidates = wanted === undefined ? workbook.sheets : workbook.sheets.filter(({ name }) => name === wanted);
    if (candidates.length === 0) throw new AppError("not-found", `This workbook has no sheet “${wanted}”.`);
    for (const { name, part } of candidates) {
      const pieces = await archive.read(part);
      const written = pieces ? await writeSheet(pieces, workbook, to) : { rows: 0, unsolved: 0 };
      if (written.rows > 0) return { sheet: name, sheets, unsolvedFormulas: written.unsolved };
    }
    throw new AppError(
      "unprocessable",
      wanted === undefined ? "This workbook is empty." : `The sheet “${wanted}” is empty.`,
    );
  } finally {
    archive.close();
  }
}

async function writeSheet(pieces: AsyncIterable<Buffer>, workbook: Workbook, to: string) {
  const file = createWriteStream(to, { mode: 0o600 });
  const writer = new SheetWriter(file);
  let unsolved = 0;
  try {
    for await (const read of readSheet(pieces, workbook)) {
      unsolved = read.unsolved;
      for (const row of read.rows) writer.add(row);
      await writer.flush();
    }
    await writer.end();
  } finally {
    file.end();
    await finished(file);
  }
  return { rows: writer.rows, unsolved };
}

/** Lines of one width: the widest of the first rows, since cells at the end of a row may be missing in a workbook. */
class SheetWriter {
  rows = 0;
  readonly #file: WriteStream;
  #first: SheetRow[] | undefined = [];
  #width = 0;
  #line = 1;
  #text = "";
  #chars = 0;

  constructor(file: WriteStream) {
    this.#file = file;
  }

  add(row: SheetRow): void {
    this.rows += 1;
    if (!this.#first) {
      this.#write(row);
      return;
    }
    this.#first.push(row);
    this.#width = Math.max(this.#width, row.cells.length);
    if (this.#first.length >= WIDTH_ROWS) this.#writeFirst();
  }

  async flush(): Promise<void> {
    if (this.#text === "") return;
    this.#chars += this.#text.length;
    if (this.#chars > MAX_WRITTEN_CHARS) {
      throw new AppError("too-large", "This sheet holds more than 512 MB. Export it as CSV and send that.");
    }
    const text = this.#text;
    this.#text = "";
    if (!this.#file.write(text)) await once(this.#file, "drain");
  }

  async end(): Promise<void> {
    this.#writeFirst();
    await this.flush();
  }

  #writeFirst(): void {
    const first = this.#first ?? [];
    this.#first = undefined;
    for (const row of first) this.#write(row);
  }

  #write({ row, cells }: SheetRow): void {
    this.#text += "\n".repeat(row - this.#line);
    this.#line = row + 1;
    const padding = ",".repeat(Math.max(0, this.#width - cells.length));
    this.#text += `${cells.map(quoted).join(",")}${padding}\n`;
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
}
