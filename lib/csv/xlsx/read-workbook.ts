import { AppError } from "@/lib/errors";
import { type CellFormat, cellFormat } from "./cell-format";
import type { Archive } from "./open-archive";
import { readXml, type XmlListener } from "./read-xml";

/** Text of a workbook that its sheets share, in characters: bounds the memory it takes. */
const MAX_SHARED_CHARS = 32 * 1024 ** 2;

/** What the sheets of a workbook need to be read. Hidden sheets are left out. */
export type Workbook = Readonly<{
  sheets: readonly Readonly<{ name: string; part: string }>[];
  is1904: boolean;
  /** By the number of a cell's style. */
  formats: readonly CellFormat[];
  shared: readonly string[];
}>;

/** @throws AppError unprocessable for a workbook without sheets, too-large for one with very much text */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await readTargets(archive);
  const { sheets, is1904 } = await readSheetList(archive, targets);
  if (sheets.length === 0) throw new AppError("unprocessable", "This workbook has no sheet that is not hidden.");
  return { sheets, is1904, formats: await readFormats(archive), shared: await readSharedStrings(archive) };
}

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, "xl/_rels/workbook.xml.rels", {
    open: (name, attribute) => {
      const target = attribute("Target") ?? "";
      if (name !== "Relationship" || !attribute("Type")?.endsWith("/worksheet")) return;
      targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function readSheetList(archive: Archive, targets: ReadonlyMap<string, string>) {
  const sheets: { name: string; part: string }[] = [];
  let is1904 = false;
  await readPart(archive, "xl/workbook.xml", {
    open: (name, attribute) => {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute("date1904") ?? "");
      const part = name === "sheet" ? targets.get(attribute("r:id") ?? "") : undefined;
      const isHidden = (attribute("state") ?? "visible") !== "visible";
      if (part && !isHidden) sheets.push({ name: (attribute("name") ?? "").slice(0, 100), part });
    },
  });
  return { sheets, is1904 };
}

async function readFormats(archive: Archive): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await readPart(archive, "xl/styles.xml", {
    open: (name, attribute) => {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name !== "xf" || !isInCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      formats.push(cellFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return formats;
}

/** Rich text is put together; what tells how to pronounce it (`rPh`) is left out. */
async function readSharedStrings(archive: Archive): Promise<string[]> {
  const shared: string[] = [];
  let text = "";
  let chars = 0;
  let isText = false;
  let isAside = false;
  await readPart(archive, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isAside = true;
      isText = name === "t" && !isAside;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      chars += piece.length;
      if (chars > MAX_SHARED_CHARS)
        throw new AppError("too-large", "This workbook holds too much text. Export the sheet as CSV and send that.");
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isAside = false;
      if (name === "si") shared.push(text);
    },
  });
  return shared;
}

async function readPart(archive: Archive, name: string, listener: XmlListener): Promise<void> {
  const pieces = await archive.read(name);
  if (!pieces) return;
  for await (const _ of readXml(pieces, listener));
}
