import { describe, expect, it } from "vitest";
import { type CsvRecord, RecordSplitter } from "@/lib/csv/record-splitter";

/** Splits a text in pieces of so many characters: where a piece ends must not matter. */
function split(
  text: string,
  options: { pieceChars?: number; expectedFields?: number; maxRecordChars?: number; delimiter?: string } = {},
) {
  const splitter = new RecordSplitter({ delimiter: ",", ...options });
  const size = options.pieceChars ?? text.length + 1;
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size)));
  return [...records, ...splitter.end()];
}

const fieldsOf = (records: readonly CsvRecord[]) => records.map((record) => record.fields);

describe("RecordSplitter", () => {
  const cases: [string, string, string[][]][] = [
    [
      "LF",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "CRLF",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "lone CR",
      "a,b\r1,2\r",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "mixed line ends",
      "a,b\r\n1,2\n3,4\r5,6",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    [
      "no line end at the end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "blank lines and lines of delimiters alone",
      "a,b\n\n1,2\n,\n \n3,4\n\n",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "an empty first field",
      "a,b\n,2\n",
      [
        ["a", "b"],
        ["", "2"],
      ],
    ],
    [
      "delimiter and newline in quotes",
      'a,"x,y\nz"\n1,2\n',
      [
        ["a", "x,y\nz"],
        ["1", "2"],
      ],
    ],
    ["doubled quotes", '"say ""hi""",b\n', [['say "hi"', "b"]]],
    ["empty quotes", '"",b\n', [["", "b"]]],
    ["spaces around quotes", 'a , "b" ,c\n', [["a ", "b", "c"]]],
    ["quoted last field without line end", 'a,"b"', [["a", "b"]]],
    ["nothing", "", []],
  ];
  it.each(cases)("reads %s, in whatever pieces it arrives", (_, text, expected) => {
    for (const pieceChars of [1, 2, 3, 7, 1000]) expect(fieldsOf(split(text, { pieceChars }))).toEqual(expected);
  });

  it("numbers lines as an editor does, also behind quoted newlines and blank lines", () => {
    const records = split('h,i\n"a\nb",1\n\nc,2\r\nd,3\n', { pieceChars: 3 });
    expect(records.map((record) => record.line)).toEqual([1, 2, 5, 6]);
  });

  it.each([
    ["in the middle of a field", 'h,i\n1,2\n3,a"b\n5,6\n', { line: 3, field: 1, column: 4 }],
    ["behind a closed quote", 'h,i\n1,2\n"3"x,4\n5,6\n', { line: 3, field: 0, column: 3 }],
    ["that opens and is never closed in its row", 'h,i\n1,2\n3,"4\n5,"6"\n', { line: 3, field: 1, column: 3 }],
  ])("refuses only the row with a quote %s", (_, text, where) => {
    for (const pieceChars of [1, 5, 1000]) {
      const records = split(text, { pieceChars });
      const faulty = records.filter((record) => record.fault);
      expect(faulty).toHaveLength(1);
      expect(faulty[0]).toMatchObject({ line: where.line, fault: { field: where.field } });
      expect(records.filter((record) => !record.fault)).toHaveLength(3);
    }
  });

  it("reports an unclosed quote at the end under the line it opened in, and reads the lines behind it", () => {
    const records = split('h,i\n1,"open\n2,b\n3,c\n');
    expect(records[1]).toMatchObject({ line: 2, fault: { code: "unclosed-quote", field: 1, column: 3 } });
    expect(fieldsOf(records.slice(2))).toEqual([
      ["2", "b"],
      ["3", "c"],
    ]);
  });

  it("refuses a field of 100 MB at flat memory and goes on in the next line", () => {
    for (const quote of ["", '"']) {
      const splitter = new RecordSplitter({ delimiter: ",", expectedFields: 2 });
      const records = [...splitter.push(`h,i\n1,${quote}`)];
      const piece = "x".repeat(1024 * 1024);
      const before = process.memoryUsage().heapUsed;
      for (let at = 0; at < 100; at += 1) records.push(...splitter.push(piece));
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(30 * 1024 * 1024);
      records.push(...splitter.push(`${quote}\n2,b\n`), ...splitter.end());
      expect(records.map((record) => [record.line, record.fault?.code])).toEqual([
        [1, undefined],
        [2, "record-too-long"],
        [3, undefined],
      ]);
      expect(records[1]?.fault?.field).toBe(1);
    }
  });

  it("skips a quoted field that is too long with its newlines, and counts them", () => {
    const long = `${"some text that is no record\n".repeat(100)}`;
    const records = split(`h,i,j\n1,"${long}",2\n3,4,5\n`, { maxRecordChars: 500, expectedFields: 3, pieceChars: 64 });
    expect(records.map((record) => [record.line, record.fault?.code])).toEqual([
      [1, undefined],
      [2, "record-too-long"],
      [103, undefined],
    ]);
  });

  it("takes a stray quote for a stray quote when records follow it, however many", () => {
    const rows = Array.from({ length: 200 }, (_, index) => `${index},b,c`).join("\n");
    const records = split(`h,i,j\n1,"2,3\n${rows}\n`, { maxRecordChars: 500, expectedFields: 3, pieceChars: 64 });
    expect(records.filter((record) => record.fault)).toMatchObject([{ line: 2, fault: { code: "unclosed-quote" } }]);
    expect(records).toHaveLength(202);
  });

  it("keeps one record of a line without end", () => {
    const records = split(`a,b\n${"y".repeat(5000)}`, { maxRecordChars: 1000, pieceChars: 100 });
    expect(records.map((record) => record.fault?.code)).toEqual([undefined, "record-too-long"]);
  });
});
