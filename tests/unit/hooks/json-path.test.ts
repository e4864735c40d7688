import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonPath, readJsonPath, writeJsonPath } from "@/lib/hooks/json-path";

const step = fc.oneof(
  fc.constantFrom("a", "a.b", 'q"uote', "back\\slash", "[0]", "__proto__", "with space", ""),
  fc.string({ maxLength: 8 }),
  fc.nat(99_999),
);

describe("parseJsonPath", () => {
  it("reads back whatever writeJsonPath wrote", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (path) => {
        expect(parseJsonPath(writeJsonPath(path))).toEqual(path);
      }),
    );
  });

  it.each([
    ["", []],
    ["customer.id", ["customer", "id"]],
    ["items[0].name", ["items", 0, "name"]],
    ["[2]", [2]],
    ['a["b.c"].d', ["a", "b.c", "d"]],
  ])("reads %s", (text, path) => {
    expect(parseJsonPath(text)).toEqual(path);
  });

  it.each([".a", "a..b", "a[", "a[x]", "a[-1]", "a.[0", 'a["b', "a[0]b", Array(40).fill("a").join(".")])(
    "refuses %s",
    (text) => {
      expect(parseJsonPath(text)).toBeUndefined();
    },
  );
});

describe("readJsonPath", () => {
  const payload = { a: [{ b: 1 }, null], "x.y": true, s: "text" };

  it.each([
    ["a[0].b", 1],
    ["a[1]", null],
    ['["x.y"]', true],
    ["", payload],
    ["a[2]", undefined],
    ["a[1].b", undefined],
    ["s[0]", undefined],
    ["a.length", undefined],
    ["constructor", undefined],
    ["__proto__.constructor", undefined],
    ["toString", undefined],
  ])("finds at %s only what the payload itself holds", (text, found) => {
    expect(readJsonPath(payload, parseJsonPath(text) ?? ["none"])).toEqual(found);
  });

  it("finds a name that every object inherits when the payload says it", () => {
    expect(readJsonPath(JSON.parse('{"__proto__":{"id":7}}'), ["__proto__", "id"])).toBe(7);
  });
});
