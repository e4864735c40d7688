import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCsv } from "@/lib/evaluation/read-csv";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rekindle-read-csv-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, "file.csv");
  await writeFile(path, text);
  return readCsv(path);
}

describe("readCsv", () => {
  it("reads text and numbers by the names of their columns", async () => {
    const [first, second] = await read('id,amount\n"a, b", 1.5 \nc,-2e3\n');
    expect(first!.text("id")).toBe("a, b");
    expect(first!.number("amount")).toBe(1.5);
    expect(second!.number("amount")).toBe(-2_000);
    expect(first!.columns()).toEqual(["id", "amount"]);
  });

  it("reads a file with a byte order mark and Windows line ends", async () => {
    const rows = await read("\uFEFFid,x\r\n1,2\r\n");
    expect(rows.map((row) => row.number("id"))).toEqual([1]);
  });

  it("tells a blank field from a number", async () => {
    const [row] = await read("id,x\n1,\n");
    expect(row!.optionalNumber("x")).toBeUndefined();
    expect(() => row!.number("x")).toThrow(/line 2: column “x” is blank/);
  });

  it("says where something is wrong", async () => {
    const [row] = await read("id,x\n1,many\n");
    expect(() => row!.number("x")).toThrow(/line 2: “many” in column “x” is no number/);
    expect(() => row!.text("y")).toThrow(/there is no column “y”/);
  });

  it("refuses a file that is empty or not there", async () => {
    await expect(read("")).rejects.toThrow("is empty");
    await expect(readCsv(join(folder, "none.csv"))).rejects.toMatchObject({ code: "not-found" });
    await expect(readCsv(folder)).rejects.toMatchObject({ code: "not-found" });
  });
});
