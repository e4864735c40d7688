import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { loadScript } from "./load-script";

const { readFrom, lastLines, outerLines } = await loadScript<{
  readFrom: (path: string, offset?: number) => string;
  lastLines: (text: string, count: number) => string;
  outerLines: (text: string, ends: Readonly<{ first: number; last: number }>) => string;
}>("file-tail.mjs");

const folder = mkdtempSync(join(tmpdir(), "rekindle-tail-"));
const file = join(folder, "log");
afterAll(() => rmSync(folder, { recursive: true }));

describe("the tail of a file", () => {
  it("is what was written since an offset, and nothing beyond the end", () => {
    writeFileSync(file, "before\nafter ü\n");
    expect(readFrom(file, 7)).toBe("after ü\n");
    expect(readFrom(file)).toBe("before\nafter ü\n");
    expect(readFrom(file, 16)).toBe("");
    expect(readFrom(file, 1_000)).toBe("");
  });

  it("is empty where there is no file", () => expect(readFrom(join(folder, "none"))).toBe(""));

  it("is never more than 64 kB, however large the log grew", () => {
    writeFileSync(file, `${"x".repeat(200_000)}end`);
    expect(readFrom(file)).toHaveLength(64 * 1024);
    expect(readFrom(file).endsWith("xend")).toBe(true);
    expect(readFrom(file, 199_999)).toBe("xend");
  });
});

describe("the lines that say something", () => {
  it.each([
    ["a\n\n  \nb\nc\n", 2, "b\nc"],
    ["a\nb", 5, "a\nb"],
    ["\n\n", 3, ""],
    ["", 1, ""],
  ])("of %j, the last %d", (text, count, expected) => expect(lastLines(text, count)).toBe(expected));

  it.each([
    ["1\n2\n3\n4\n5\n6", "1\n2\n…\n6"],
    ["1\n\n2\n3\n", "1\n2\n3"],
    ["", ""],
  ])("of %j, the outer ones", (text, expected) => expect(outerLines(text, { first: 2, last: 1 })).toBe(expected));

  it("are never more than asked for", () => {
    const anyCount = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.string()), anyCount, anyCount, (lines, first, last) => {
        const text = lines.join("\n");
        expect(outerLines(text, { first, last }).split("\n").length).toBeLessThanOrEqual(first + last + 1);
        expect(lastLines(text, last).split("\n").length).toBeLessThanOrEqual(last);
      }),
    );
  });
});
