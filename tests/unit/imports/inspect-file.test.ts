import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/csv/inspect-file";
import { readRecords } from "@/lib/csv/read-records";

const folder = mkdtempSync(join(tmpdir(), "rekindle-inspect-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

const inspect = (content: string | Buffer) => inspectFile(fileOf(content));

describe("inspectFile", () => {
  it.each([
    ["a;b;c\n1,5;2,5;3\n4;5;6\n", ";"],
    ["a\tb\n1,2\t3\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ['a,b\n"1;2;3",4\n"5;6;7",8\n', ","],
    ["name\none\ntwo\n", ","],
  ])("finds the delimiter of %j", async (content, delimiter) => {
    expect((await inspect(content)).delimiter).toBe(delimiter);
  });

  it("takes the delimiter from a first line that names it", async () => {
    const file = await inspect("sep=|\na,x|b\n1|2\n");
    expect(file).toMatchObject({ delimiter: "|", hasSepLine: true, columns: [{ name: "a,x" }, { name: "b" }] });
    expect(file.sample.map((record) => record.fields)).toEqual([["1", "2"]]);
  });

  it("names blank and repeated columns, and keeps names that objects know", async () => {
    const { columns } = await inspect("a,,a,__proto__,constructor,a (1)\n1,2,3,4,5,6\n");
    expect(columns).toEqual([
      { name: "a (1)'", problem: "duplicate-name" },
      { name: "column 2", problem: "blank-name" },
      { name: "a (2)", problem: "duplicate-name" },
      { name: "__proto__", problem: null },
      { name: "constructor", problem: null },
      { name: "a (1)", problem: null },
    ]);
  });

  it("sees that a header is missing", async () => {
    const { header, columns, sample } = await inspect("17,2024-01-02,x\n18,2024-01-03,y\n");
    expect(header).toBe(false);
    expect(columns.map((column) => column.name)).toEqual(["column 1", "column 2", "column 3"]);
    expect(sample).toHaveLength(2);
  });

  it("leaves out an empty last column that a delimiter at each line's end makes", async () => {
    expect((await inspect("a,b,\n1,2,\n3,4,\n")).columns.map((column) => column.name)).toEqual(["a", "b"]);
  });

  it("reads 10,000 columns and refuses more", async () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(",");
    expect((await inspect(`${names(10_000)}\n${names(10_000)}\n`)).columns).toHaveLength(10_000);
    await expect(inspect(`${names(10_001)}\n${names(10_001)}\n`)).rejects.toMatchObject({ code: "unprocessable" });
  });

  it.each([
    ["nothing", "", "empty"],
    ["a mark alone", Buffer.from([0xef, 0xbb, 0xbf]), "empty"],
    ["blank lines", "\n\n\r\n", "empty"],
    ["a header alone", "a,b,c\n", "header and no rows"],
  ])("refuses %s", async (_, content, words) => {
    await expect(inspect(content)).rejects.toMatchObject({
      code: "unprocessable",
      message: expect.stringContaining(words),
    });
  });

  it.each([
    ["a workbook", Buffer.from("PK\x03\x04rest of the archive")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ["zero bytes in text", Buffer.from("a,b\n1,\0\0\0\0\0\0\0\0\0\0\0\0\n")],
    ["a packed workbook", gzipSync(Buffer.from("PK\x03\x04rest of the archive"))],
  ])("refuses %s by what is in it, whatever its name", async (_, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code: "unsupported-type" });
  });

  it("refuses a first line without end with line and column", async () => {
    const error = inspect(`a,b${"x".repeat(3 * 1024 * 1024)}`);
    await expect(error).rejects.toMatchObject({ message: expect.stringMatching(/line 1, column 2/) });
  });

  it("reads gzip, and stops at a bomb and at a damaged archive", async () => {
    const packed = gzipSync("a,b\n1,2\n");
    expect(await inspect(packed)).toMatchObject({ isPacked: true, columns: [{ name: "a" }, { name: "b" }] });
    await expect(inspect(gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x61)))).rejects.toMatchObject({ code: "too-large" });
    await expect(inspect(packed.subarray(0, 20))).rejects.toMatchObject({ code: "unprocessable" });
  });
});

it("reads a file of many pieces to its last row", async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},"naïve ""x"" ${index}",z`);
  const path = fileOf(`n,t,u\n${rows.join("\r\n")}`);
  let count = 0;
  let last: readonly string[] = [];
  for await (const { records } of readRecords(path, { encoding: "utf-8", delimiter: ",", expectedFields: 3 })) {
    expect(records.filter((record) => record.fault)).toEqual([]);
    count += records.length;
    last = records.at(-1)?.fields ?? last;
  }
  expect(count).toBe(60_001);
  expect(last).toEqual(["59999", 'naïve "x" 59999', "z"]);
});
