import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault, MAX_JSON_DEPTH } from "@/lib/http/find-json-fault";
import { readJsonBody } from "@/lib/http/read-json-body";

const LIMIT = 1_000;

function read(body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) {
  const request = new Request("http://x/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return readJsonBody(request, LIMIT);
}

describe("a JSON body", () => {
  it("is read, with charset and byte order mark", async () => {
    expect(await read('{"a":[1,"ü"]}')).toEqual({ a: [1, "ü"] });
    expect(await read("\uFEFF[]", { "content-type": "Application/JSON; charset=UTF-8" })).toEqual([]);
  });

  it.each([
    ["no content type", { "x-none": "1" }],
    ["text", { "content-type": "text/plain" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["a type that only begins like JSON", { "content-type": "application/json-patch" }],
    ["another encoding", { "content-type": "application/json; charset=utf-16" }],
  ])("is refused with %s", async (_what, headers) => {
    await expect(read(Buffer.from("{}"), headers)).rejects.toMatchObject({ code: "unsupported-type" });
  });

  it("is refused over the limit, by its declared and by its true length", async () => {
    const large = JSON.stringify("x".repeat(LIMIT));
    await expect(read(large)).rejects.toMatchObject({ code: "too-large" });
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(600).fill(32)) });
    await expect(read(endless)).rejects.toMatchObject({ code: "too-large" });
  });

  it("is refused when it stops half-way", async () => {
    const broken = new ReadableStream({
      start(stream) {
        stream.enqueue(Buffer.from('{"a":'));
      },
      pull(stream) {
        stream.error(new Error("aborted"));
      },
    });
    await expect(read(broken)).rejects.toMatchObject({ code: "bad-request" });
  });

  it.each(["", "{", "{a:1}", "[1,]", "NaN", '"\n"', "\0", "{}{}", '{"a":1,"a":2}', '{"b":{"a":1,"\\u0061":2}}'])(
    "is refused as %j",
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: "bad-request" });
    },
  );

  it("is refused when it is not UTF-8", async () => {
    await expect(read(new Uint8Array([34, 0xc3, 0x28, 34]))).rejects.toMatchObject({ code: "bad-request" });
  });

  it("does not pollute prototypes", async () => {
    const body = await read('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.hasOwn(body as object, "__proto__")).toBe(true);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("the scan before JSON.parse", () => {
  it("bounds nesting", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(findJsonFault(nested(MAX_JSON_DEPTH))).toBeUndefined();
    expect(findJsonFault(nested(MAX_JSON_DEPTH + 1))).toContain("deeper");
    expect(findJsonFault('{"a":'.repeat(100_000))).toContain("deeper");
  });

  it("takes brackets, quotes and colons in texts for what they are", () => {
    expect(findJsonFault('{"a":"[[{\\"a\\":","b":["a",":","a"],"c":{"a":1}}')).toBeUndefined();
  });

  it("finds no fault in anything that was written by JSON.stringify", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => findJsonFault(JSON.stringify(value)) === undefined),
    );
  });

  it("ends on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => ["undefined", "string"].includes(typeof findJsonFault(text))));
  });
});
