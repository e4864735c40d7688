import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countKeys, findRepeatedKey, jsonShape } from "@/lib/http/json-text";
import { MAX_JSON_DEPTH, readJsonBody } from "@/lib/http/read-json-body";

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

/** A JSON text as a list of what stands in it: objects as pairs, so that a key can come twice. */
type Written = Readonly<{ text: string; keys: number; repeats: boolean }>;

const gap = fc.constantFrom("", " ", "\n\t");
const plain = fc.constantFrom("a", "b", "c:d", "[{", '\\"', "\\\\", "\\u0061", "ü€");

function listOf(items: readonly Written[]): Written {
  return {
    text: `[${items.map(({ text }) => text).join(",")}]`,
    keys: items.reduce((sum, { keys }) => sum + keys, 0),
    repeats: items.some(({ repeats }) => repeats),
  };
}

function objectOf(pairs: readonly (readonly [string, string, Written])[]): Written {
  const names = pairs.map(([key]) => JSON.parse(`"${key}"`));
  const inside = listOf(pairs.map(([, , value]) => value));
  return {
    text: `{${pairs.map(([key, space, { text }]) => `"${key}"${space}:${space}${text}`).join(",")}}`,
    keys: pairs.length + inside.keys,
    repeats: new Set(names).size < names.length || inside.repeats,
  };
}

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4 },
    fc
      .oneof(
        plain.map((text) => `"${text}"`),
        fc.constantFrom("1", "null", "true"),
      )
      .map((text) => ({
        text,
        keys: 0,
        repeats: false,
      })),
    fc.array(tie("written"), { maxLength: 4 }).map(listOf),
    fc.array(fc.tuple(plain, gap, tie("written")), { maxLength: 4 }).map(objectOf),
  ),
}));

describe("the text of a body", () => {
  it("is bounded in its nesting before it is parsed", async () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(await read(nested(MAX_JSON_DEPTH))).toHaveLength(1);
    await expect(read(nested(MAX_JSON_DEPTH + 1))).rejects.toThrow(/deeper than 64/);
    await expect(read('{"a":'.repeat(100))).rejects.toThrow(/deeper than 64/);
    expect(jsonShape(Buffer.from("[".repeat(1_000_000)), 64).depth).toBe(65);
  });

  it("has as many keys as it names, whatever stands in its texts, and is refused when two of one object are the same", async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ text, keys, repeats }) => {
        const bytes = Buffer.from(text);
        expect(jsonShape(bytes, MAX_JSON_DEPTH).keys).toBe(keys);
        expect(countKeys(JSON.parse(text)) < keys).toBe(repeats);
        expect(findRepeatedKey(text) !== undefined).toBe(repeats);
        if (bytes.length > LIMIT) return;
        if (repeats) await expect(read(text)).rejects.toThrow(/comes twice in one object/);
        else expect(await read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is refused with the key that comes twice", async () => {
    await expect(read('{"a":{"b":1,"c":"b:","\\u0062":2}}')).rejects.toThrow('The key "b" comes twice in one object.');
  });

  it("is read or refused, whatever it is", async () => {
    const sound = (text: string) => read(text).then(JSON.stringify, (error: { code: string }) => error.code);
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => typeof (await sound(text)) === "string"));
  });
});
