import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { cellFormat } from "@/lib/csv/xlsx/cell-format";
import { cellText } from "@/lib/csv/xlsx/cell-text";
import { convertWorkbook } from "@/lib/csv/xlsx/convert-workbook";
import { type Cell, makeWorkbook, makeZip } from "../../support/make-workbook";

const folder = mkdtempSync(join(tmpdir(), "rekindle-workbook-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function convert(workbook: Buffer, sheet?: string) {
  files += 1;
  const from = join(folder, `${files}.xlsx`);
  const to = join(folder, `${files}.csv`);
  writeFileSync(from, workbook);
  const facts = await convertWorkbook(from, to, sheet);
  return { ...facts, csv: readFileSync(to, "utf8") };
}

const one = (rows: readonly (readonly Cell[])[], more = {}) => makeWorkbook({ sheets: { Data: rows }, ...more });
const xml = (text: string): Cell => ({ xml: text });

describe("a workbook", () => {
  it("becomes CSV: texts as they are, numbers in their shortest form, booleans and faults as they are shown", async () => {
    const { csv, sheet, unsolvedFormulas } = await convert(
      one([
        ["id", "name, quoted", "n", "yes"],
        ["007", 'A "B"\nC', 0.30000000000000004, xml('<c t="b"><v>1</v></c>')],
        [" x ", "<&>", 1e21, xml('<c t="e"><v>#N/A</v></c>')],
      ]),
    );
    expect(csv).toBe('id,"name, quoted",n,yes\n007,"A ""B""\nC",0.3,TRUE\n" x ",<&>,1e+21,#N/A\n');
    expect({ sheet, unsolvedFormulas }).toEqual({ sheet: "Data", unsolvedFormulas: 0 });
  });

  it("gives the stored value of a formula, and counts those without one", async () => {
    const formula = xml('<c t="str"><f>A1&amp;"x"</f><v>stored</v></c>');
    const sum = xml("<c><f>1+1</f><v>2</v></c>");
    const unsolved = xml("<c><f>1+1</f></c>");
    const { csv, unsolvedFormulas } = await convert(
      one([
        ["a", "b", "c"],
        [formula, sum, unsolved],
      ]),
    );
    expect(csv).toBe("a,b,c\nstored,2,\n");
    expect(unsolvedFormulas).toBe(1);
  });

  it("puts rich text together without its pronunciation, and undoes what XML cannot hold", async () => {
    const shared = "<si><r><t>Ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b</t></si>";
    const cells = [xml('<c t="s"><v>0</v></c>'), xml('<c t="s"><v>1</v></c>')];
    expect((await convert(one([["a", "b"], cells], { shared }))).csv).toBe('a,b\nRich,"a\rb"\n');
  });

  it("writes dates as dates, by 1900 and by 1904, and ids with the zeros they are shown with", async () => {
    const cells = ["date", "moment", "id", "hours", "amount"];
    const row = [
      xml('<c s="1"><v>45296</v></c>'),
      xml('<c s="2"><v>45296.75</v></c>'),
      xml('<c s="3"><v>42</v></c>'),
      xml('<c s="4"><v>1.5</v></c>'),
      xml('<c s="6"><v>1234.5</v></c>'),
    ];
    expect((await convert(one([cells, row]))).csv).toContain("2024-01-05,2024-01-05 18:00:00,00042,1.5,1234.5\n");
    expect((await convert(one([cells, row], { date1904: true }))).csv).toContain("2028-01-06,2028-01-06 18:00:00,");
  });

  it("keeps cells in their columns, pads short rows and keeps row numbers as line numbers", async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="2"/>
      <row r="5"><c r="B5"><v>2</v></c></row></sheetData></worksheet>`;
    expect((await convert(makeWorkbook({ sheets: { Data: sheet } }))).csv).toBe("1,,3\n\n\n\n,2,\n");
  });

  it("reads the first sheet that holds something and is not hidden, or the one that is asked for", async () => {
    const sheets = { Secret: [["s"], ["1"]], Empty: [], Second: [["a"], ["2"]], Third: [["b"], ["3"]] };
    const workbook = makeWorkbook({ sheets, hidden: ["Secret"] });
    expect(await convert(workbook)).toMatchObject({
      sheet: "Second",
      sheets: ["Empty", "Second", "Third"],
      csv: "a\n2\n",
    });
    expect(await convert(workbook, "Third")).toMatchObject({ sheet: "Third", csv: "b\n3\n" });
    await expect(convert(workbook, "Fourth")).rejects.toMatchObject({ code: "not-found" });
    await expect(convert(workbook, "Empty")).rejects.toMatchObject({ message: expect.stringContaining("empty") });
  });

  it("stays small and quick over a million empty rows", async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}" spans="1:2"/>`).join("");
    const row = (r: number) => `<row r="${r}"><c t="str"><v>x${r}</v></c><c><v>${r}</v></c></row>`;
    const sheet = `<worksheet><sheetData>${row(1)}${row(2)}${empty}</sheetData></worksheet>`;
    expect((await convert(makeWorkbook({ sheets: { Data: sheet } }))).csv).toBe("x1,1\nx2,2\n");
  }, 60_000);
});

describe("refused with words", () => {
  it.each([
    ["a zip archive that is no workbook", makeZip({ "a.txt": "hello" }), /zip archive/],
    ["an archive that is cut off", one([["a"], ["b"]]).subarray(0, 300), /damaged/],
    ["a sheet that is no XML", makeWorkbook({ sheets: { Data: "<worksheet><row></worksheet>" } }), /damaged/],
    [
      "an entity bomb",
      makeWorkbook({ sheets: { Data: '<!DOCTYPE a [<!ENTITY x "xxxx">]><worksheet>&x;</worksheet>' } }),
      /damaged/,
    ],
    [
      "a row number that cannot be",
      makeWorkbook({ sheets: { Data: '<worksheet><row r="9999999"><c><v>1</v></c></row></worksheet>' } }),
      /damaged/,
    ],
    ["a workbook without rows", makeWorkbook({ sheets: { Data: [] } }), /empty/],
    [
      "too many columns",
      makeWorkbook({ sheets: { Data: '<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>' } }),
      /10,000 columns/,
    ],
  ])("%s", async (_, workbook, words) => {
    await expect(convert(workbook)).rejects.toMatchObject({ message: expect.stringMatching(words) });
  });

  it("a bomb: a sheet that unpacks to far more than is read", async () => {
    const bomb = makeWorkbook({ sheets: { Data: `<worksheet>${" ".repeat(257 * 1024 ** 2)}</worksheet>` } });
    expect(bomb.length).toBeLessThan(1024 ** 2);
    await expect(convert(bomb)).rejects.toMatchObject({ code: "too-large" });
  }, 60_000);
});

describe("cellText", () => {
  it.each([
    ["1", "date", false, "1900-01-01"],
    ["59", "date", false, "1900-02-28"],
    ["60", "date", false, "1900-02-29"],
    ["61", "date", false, "1900-03-01"],
    ["0", "date", true, "1904-01-01"],
    ["0.5", "time", false, "12:00:00"],
    ["2958465", "date", false, "9999-12-31"],
    ["-3", "date", false, "-3"],
    ["45296.999999", "date-time", false, "2024-01-06 00:00:00"],
    ["", "plain", false, ""],
    ["n/a", "plain", false, "n/a"],
  ] as const)("reads %s as %s", (raw, format, is1904, text) => {
    expect(cellText(raw, format, is1904)).toBe(text);
  });

  it("counts one day further for each number, in both epochs, from March 1900 on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), fc.boolean(), (serial, is1904) => {
        const ms = Date.parse(cellText(String(serial), "date", is1904));
        expect(Date.parse(cellText(String(serial + 1), "date", is1904)) - ms).toBe(86_400_000);
      }),
    );
  });
});

it.each([
  [14, undefined, "date"],
  [22, undefined, "date-time"],
  [45, undefined, "time"],
  [2, undefined, "plain"],
  [164, "General", "plain"],
  [164, '0.00 "days"', "plain"],
  [164, "[$-409]mmmm d, yyyy", "date"],
  [164, "[Red]#,##0", "plain"],
  [164, "mm:ss", "time"],
  [164, "mmm-yy", "date"],
] as const)("format %s %s is %s", (id, code, format) => {
  expect(cellFormat(id, code)).toBe(format);
});
