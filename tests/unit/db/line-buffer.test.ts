import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineBuffer } from "@/lib/db/line-buffer";

/** Text as UTF-8 can hold it: no half of a surrogate pair. */
const anyLine = fc.string({ unit: "binary", maxLength: 20_000 });

function filled(lines: readonly string[], buffer = new LineBuffer()): LineBuffer {
  for (const line of lines) buffer.append(line);
  return buffer;
}

describe("a line buffer", () => {
  it("holds every line and its end, whatever the length and the letters", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        expect(filled(lines).bytes().toString()).toBe(lines.map((line) => `${line}\n`).join(""));
      }),
      { numRuns: 200 },
    );
  });

  it("grows by more than its first room with one line or with many", () => {
    const long = "€".repeat(100_000);
    expect(filled([long]).bytes().toString()).toBe(`${long}\n`);
    expect(filled(Array.from({ length: 50_000 }, () => "row")).bytes().length).toBe(200_000);
  });

  it("is empty once it is cleared, and holds then only what came after", () => {
    const buffer = filled(["one", "two"]);
    buffer.clear();
    expect(buffer.bytes().length).toBe(0);
    expect(filled(["three"], buffer).bytes().toString()).toBe("three\n");
  });
});
