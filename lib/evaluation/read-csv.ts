import { readFile } from "node:fs/promises";
import { RecordSplitter } from "@/lib/csv/record-splitter";
import { AppError } from "@/lib/errors";

/** One line of a file: text by the name of its column. */
export class CsvRow {
  constructor(
    private readonly places: ReadonlyMap<string, number>,
    private readonly fields: readonly string[],
    private readonly where: string,
  ) {}

  columns(): readonly string[] {
    return [...this.places.keys()];
  }

  /** @throws AppError bad-request when there is no such column */
  text(column: string): string {
    const place = this.places.get(column);
    if (place === undefined) throw new AppError("bad-request", `${this.where}: there is no column “${column}”.`);
    return (this.fields[place] ?? "").trim();
  }

  /** The number; undefined where the field is blank. */
  optionalNumber(column: string): number | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    throw new AppError("bad-request", `${this.where}: “${text}” in column “${column}” is no number.`);
  }

  /** @throws AppError bad-request when the field is no number */
  number(column: string): number {
    const number = this.optionalNumber(column);
    if (number !== undefined) return number;
    throw new AppError("bad-request", `${this.where}: column “${column}” is blank.`);
  }
}

/** Reads a UTF-8 file with commas and a line of names, with or without a byte order mark, whole into memory. */
export async function readCsv(path: string): Promise<readonly CsvRow[]> {
  const splitter = new RecordSplitter({ delimiter: "," });
  const text = (await readText(path)).replace(/^\uFEFF/, "");
  const [header, ...records] = [...splitter.push(text), ...splitter.end()];
  if (!header) throw new AppError("bad-request", `${path} is empty.`);
  const places = new Map(header.fields.map((name, at) => [name.trim(), at]));
  return records.map(({ fields, line, fault }) => {
    if (fault) throw new AppError("bad-request", `${path}, line ${line}: ${fault.code}.`);
    return new CsvRow(places, fields, `${path}, line ${line}`);
  });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "EISDIR")) {
      throw new AppError("not-found", `There is no file ${path}.`);
    }
    throw cause;
  }
}
