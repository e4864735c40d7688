import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "@/lib/customers/list-cursor";
import { LIST_SORTS, splitSort } from "@/lib/customers/list-sorts";
import { AppError } from "@/lib/errors";
import { CUSTOMER_SORTS, type CustomerSort, customerListQuery } from "@/lib/schemas/customer-list";

const anySort = fc.constantFrom(...CUSTOMER_SORTS);
const anyId = fc.integer({ min: 1, max: 2_147_483_647 });
const anyText = fc.string({ unit: "binary", maxLength: 300 }).filter((text) => !text.includes("\0"));
const ANY_VALUE = {
  float8: fc.double({ noNaN: true, noDefaultInfinity: true, min: -2, max: 1e15 }).map(String),
  bigint: fc.maxSafeInteger().map(String),
  text: anyText,
  date: fc.oneof(
    fc.constant("infinity"),
    fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
};

function encodeJson(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString("base64url");
}

function refusalOf(cursor: string, sort: CustomerSort): unknown {
  try {
    return decodeCursor(cursor, sort);
  } catch (error) {
    return error;
  }
}

describe("a cursor of the list", () => {
  it("comes back as it was made, whatever value of its order the page ended with", () => {
    const anyPosition = anySort.chain((sort) => {
      const { type } = LIST_SORTS[splitSort(sort).name];
      return fc.tuple(fc.constant(sort), ANY_VALUE[type], anyId);
    });
    fc.assert(
      fc.property(anyPosition, ([sort, value, customerId]) => {
        const position = { sort, value, customerId };
        expect(decodeCursor(encodeCursor(position), sort)).toEqual(position);
      }),
    );
  });

  it.each([
    "",
    "__proto__",
    "Müller & Søn",
    "名前",
    "👩‍👩‍👧",
    "‮evil",
    'a"b\\c',
    "x".repeat(300),
    "-Infinity",
    "infinity",
  ])("keeps the value %j", (value) =>
    expect(decodeCursor(encodeCursor({ sort: "name", value, customerId: 7 }), "name").value).toBe(value),
  );

  it("is text that an address holds as it stands, and never too long for the query", () => {
    fc.assert(
      fc.property(anySort, anyText, anyId, (sort, value, customerId) => {
        const cursor = encodeCursor({ sort, value, customerId });
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
    const longest = encodeCursor({ sort: "-valueAtRisk", value: "ü".repeat(300), customerId: 2_147_483_647 });
    expect(customerListQuery.safeParse({ cursor: longest }).success).toBe(true);
  });

  it("is refused in another order than its own, the opposite one too", () => {
    fc.assert(
      fc.property(anySort, anySort, anyId, (made, asked, customerId) => {
        fc.pre(made !== asked);
        const cursor = encodeCursor({ sort: made, value: "0.5", customerId });
        expect(refusalOf(cursor, asked)).toMatchObject({ code: "bad-request" });
      }),
    );
  });

  it("is refused, never a crash, when it is any other text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), anySort, (cursor, sort) => {
        expect(refusalOf(cursor, sort)).toBeInstanceOf(AppError);
      }),
    );
  });

  it("is refused when it is any other JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), anySort, (json, sort) => {
        expect(refusalOf(encodeJson(json), sort)).toBeInstanceOf(AppError);
      }),
    );
  });

  it.each([
    ["nothing", []],
    ["no customer", ["-risk", 0.5]],
    ["a part too many", ["-risk", 0.5, 7, "admin"]],
    ["half a customer", ["-risk", 0.5, 7.5]],
    ["a customer in words", ["-risk", 0.5, "7"]],
    ["no value", ["-risk", null, 7]],
    ["a list for a value", ["-risk", [0.5], 7]],
    ["an object for a value", ["-risk", { value: 1 }, 7]],
    ["a value without end", ["-risk", "x".repeat(1_001), 7]],
    ["an object with the right names", { 0: "-risk", 1: 0.5, 2: 7, length: 3 }],
  ])("is refused with %s", (_what, json) => {
    expect(refusalOf(encodeJson(json), "-risk")).toMatchObject({
      code: "bad-request",
      issues: [{ path: "cursor", code: "bad-cursor" }],
    });
  });

  it("is refused with a number beyond what numbers hold", () => {
    const endless = Buffer.from('["-risk",1e999,7]').toString("base64url");
    expect(refusalOf(endless, "-risk")).toBeInstanceOf(AppError);
    expect(refusalOf(encodeJson(["-risk", 0.5, 2 ** 60]), "-risk")).toBeInstanceOf(AppError);
  });

  it("is refused when cut short anywhere", () => {
    const cursor = encodeCursor({ sort: "-risk", value: "0.123456789", customerId: 4_711 });
    for (let length = 0; length < cursor.length - 1; length += 1) {
      expect(refusalOf(cursor.slice(0, length), "-risk"), `cut at ${length}`).toBeInstanceOf(AppError);
    }
  });
});
