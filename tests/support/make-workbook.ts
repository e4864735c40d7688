import { crc32, deflateRawSync } from "node:zlib";

/** The parts of a file, by name, in a zip archive. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(checksum(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name)]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts, place, Buffer.from(name)]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, list, Buffer.from("PK\x05\x06"), end]);
}

function checksum(bytes: Buffer): number {
  if (typeof crc32 === "function") return crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A cell as XML, or a text, or a number. */
export type Cell = string | number | Readonly<{ xml: string }>;

type WorkbookParts = Readonly<{
  sheets: Readonly<Record<string, readonly (readonly Cell[])[] | string>>;
  date1904?: boolean;
  hidden?: readonly string[];
  shared?: string;
}>;

/** Styles of the cells: 0 plain, 1 a date, 2 a date with a time, 3 five digits with zeros, 4 a duration, 5 a time, 6 an amount. */
const STYLES = `<styleSheet><numFmts count="5"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/>
<numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="#,##0.00 &quot;USD&quot;"/><numFmt numFmtId="168" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="168"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** A workbook as spreadsheets write it. A sheet is rows of cells, or its XML. */
export function makeWorkbook({ sheets, date1904 = false, hidden = [], shared = "" }: WorkbookParts): Buffer {
  const names = Object.keys(sheets);
  const list = names.map((name, index) => {
    const state = hidden.includes(name) ? ' state="hidden"' : "";
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state}/>`;
  });
  const targets = names.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return makeZip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${targets.join("")}</Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst>${shared}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => {
        const given = sheets[name] ?? [];
        const xml =
          typeof given === "string"
            ? given
            : `<worksheet><sheetData>${given.map(rowXml).join("")}</sheetData></worksheet>`;
        return [`xl/worksheets/sheet${index + 1}.xml`, xml];
      }),
    ),
  });
}

function rowXml(cells: readonly Cell[], index: number): string {
  return `<row r="${index + 1}">${cells.map(cellXml).join("")}</row>`;
}

function cellXml(cell: Cell): string {
  if (typeof cell === "object") return cell.xml;
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  const text = cell.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
