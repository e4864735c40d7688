import { AppError } from "@/lib/errors";
import { MAX_COLUMNS } from "../column-limit";
import { cellText } from "./cell-text";
import type { Workbook } from "./read-workbook";
import { readXml } from "./read-xml";

const MAX_CELL_CHARS = 1024 * 1024;
/** The last row that a workbook can have. */
const MAX_ROWS = 1_048_576;

/** A row that holds something, by its number in the sheet; cells that are not there are "". */
export type SheetRow = Readonly<{ row: number; cells: readonly string[] }>;

/** Rows that were read with one piece, and how many formulas without a stored value have been met so far. */
export type SheetRows = Readonly<{ rows: readonly SheetRow[]; unsolved: number }>;

/**
 * The rows of a sheet in order, without those in which nothing stands. Formulas give the value that was stored with them.
 * @throws AppError unprocessable for more columns than are read
 */
export async function* readSheet(pieces: AsyncIterable<Buffer>, workbook: Workbook): AsyncGenerator<SheetRows> {
  const reader = new SheetReader(workbook);
  for await (const _ of readXml(pieces, reader)) yield { rows: reader.take(), unsolved: reader.unsolved };
}

class SheetReader {
  unsolved = 0;
  readonly #workbook: Workbook;
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #text = "";
  #isText = false;
  #isAside = false;
  #hasFormula = false;
  #hasValue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name === "row") {
      this.#row = rowNumber(attribute("r"), this.#row);
      this.#cells = [];
      this.#column = -1;
    } else if (name === "c") {
      this.#beginCell(attribute);
    } else if (name === "f") {
      this.#hasFormula = true;
    } else if (name === "rPh") {
      this.#isAside = true;
    } else if (name === "v" || (name === "t" && !this.#isAside)) {
      this.#isText = true;
      this.#hasValue = true;
    }
  };

  text = (piece: string): void => {
    if (this.#isText && this.#text.length <= MAX_CELL_CHARS) this.#text += piece;
  };

  close = (name: string): void => {
    if (name === "v" || name === "t") this.#isText = false;
    else if (name === "rPh") this.#isAside = false;
    else if (name === "c") this.#endCell();
    else if (name === "row" && this.#cells.some((cell) => cell !== ""))
      this.#rows.push({ row: this.#row, cells: Array.from(this.#cells, (cell) => cell ?? "") });
  };

  #beginCell(attribute: (name: string) => string | undefined): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute("r") ?? "")?.[0];
    this.#column = letters ? columnOf(letters) : this.#column + 1;
    if (this.#column >= MAX_COLUMNS) {
      const limit = MAX_COLUMNS.toLocaleString("en");
      throw new AppError(
        "unprocessable",
        `This sheet has something in column ${letters}; ${limit} columns can be read.`,
      );
    }
    this.#type = attribute("t") ?? "n";
    this.#style = Number(attribute("s") ?? 0);
    this.#text = "";
    this.#hasFormula = false;
    this.#hasValue = false;
  }

  #endCell(): void {
    if (this.#hasFormula && !this.#hasValue) this.unsolved += 1;
    const text = this.#cellText();
    if (text !== "") this.#cells[this.#column] = text;
  }

  #cellText(): string {
    const { shared, formats, is1904 } = this.#workbook;
    switch (this.#type) {
      case "s":
        return unescaped(shared[Number(this.#text)] ?? "");
      case "b":
        return this.#text === "1" ? "TRUE" : this.#text === "0" ? "FALSE" : "";
      case "d":
        return this.#text.replace(/T00:00:00(?:\.0+)?Z?$/, "").replace("T", " ");
      case "n":
        return cellText(this.#text, formats[this.#style] ?? "plain", is1904);
      default:
        return unescaped(this.#text);
    }
  }
}

function rowNumber(given: string | undefined, before: number): number {
  const row = given === undefined ? before + 1 : Number(given);
  if (Number.isInteger(row) && row > before && row <= MAX_ROWS) return row;
  throw new AppError("unprocessable", `This workbook is damaged: its row ${String(given).slice(0, 20)} cannot be.`);
}

/** `A` is 0, `AA` is 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Characters that XML cannot hold are written as `_x000D_` in workbooks (ECMA-376, 22.4.2.4). */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
