import { describe, expect, it } from "vitest";
import { EncodingScan } from "@/lib/csv/encoding-scan";
import { createDecoder } from "@/lib/csv/text-decoder";

const TEXT = "id,name\n1,Zoë 😀 “quoted” €5\n2,plain\n".repeat(20);
const utf8 = Buffer.from(TEXT);
const utf16le = Buffer.from(TEXT, "utf16le");
const utf16be = Buffer.from(TEXT, "utf16le").swap16();
const windows1252 = Buffer.from([...Buffer.from("id,name\n1,"), 0x80, 0x20, 0x93, 0x61, 0x94, 0xe9, 0x0a]);
const mark = (bytes: number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest]);

function scan(bytes: Buffer, pieceBytes = bytes.length) {
  const found = new EncodingScan();
  for (let at = 0; at < bytes.length; at += pieceBytes) found.push(bytes.subarray(at, at + pieceBytes));
  return found.result();
}

function decode(bytes: Buffer, encoding: Parameters<typeof createDecoder>[0], pieceBytes: number) {
  const decoder = createDecoder(encoding);
  let text = "";
  for (let at = 0; at < bytes.length; at += pieceBytes)
    text += decoder.write(Buffer.from(bytes.subarray(at, at + pieceBytes)));
  return text + decoder.end();
}

describe("encodings", () => {
  it.each([
    ["UTF-8", utf8, "utf-8"],
    ["UTF-8 with a mark", mark([0xef, 0xbb, 0xbf], utf8), "utf-8"],
    ["UTF-16 LE with a mark", mark([0xff, 0xfe], utf16le), "utf-16le"],
    ["UTF-16 BE with a mark", mark([0xfe, 0xff], utf16be), "utf-16be"],
    ["UTF-16 LE without a mark", utf16le, "utf-16le"],
    ["UTF-16 BE without a mark", utf16be, "utf-16be"],
  ] as const)("finds %s and decodes it whole, in whatever pieces it arrives", (_, bytes, encoding) => {
    for (const pieceBytes of [1, 3, 1000]) {
      expect(scan(bytes, pieceBytes)).toBe(encoding);
      expect(decode(bytes, encoding, pieceBytes)).toBe(TEXT);
    }
  });

  it("finds Windows-1252 by bytes that are no UTF-8", () => {
    expect(scan(windows1252)).toBe("windows-1252");
    expect(decode(windows1252, "windows-1252", 2)).toBe("id,name\n1,€ “a”é\n");
  });

  it("keeps UTF-8 when one row of many is broken, and marks what is broken", () => {
    const broken = Buffer.concat([utf8, Buffer.from([0x33, 0x2c, 0xe9, 0x0a]), utf8]);
    expect(scan(broken)).toBe("utf-8");
    expect(decode(broken, "utf-8", 5)).toBe(`${TEXT}3,\uFFFD\n${TEXT}`);
  });

  it("finds Windows-1252 also when its first strange byte comes late", () => {
    expect(scan(Buffer.concat([Buffer.from("a,b\n1,2\n".repeat(10_000)), windows1252]), 4096)).toBe("windows-1252");
  });

  it("takes a file with zero bytes for no text", () => {
    expect(scan(Buffer.from([1, 2, 0, 3, 0, 0, 0, 4, 5, 6, 7, 8, 9, 0xff, 0xfe, 1, 1]))).toBeUndefined();
  });
});
