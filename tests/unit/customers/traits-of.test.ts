import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traitsOf } from "@/lib/customers/traits-of";

const anyTrait = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);

describe("the traits of a customer", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "", " ", "größe", "名前", "👩‍👩‍👧", "a.b", "0"])(
    "may be called %j",
    (name) => {
      // As pg hands it over: JSON.parse makes an own property of each name.
      const stored = JSON.parse(`{${JSON.stringify(name)}: "kept", "plain": 1}`);
      expect([...traitsOf(stored)].sort()).toEqual([[name, "kept"] as const, ["plain", 1] as const].sort());
    },
  );

  it("has no trait that nobody gave", () => {
    const traits = traitsOf({});
    expect(traits.size).toBe(0);
    for (const name of ["constructor", "toString", "__proto__"]) expect(traits.get(name)).toBeUndefined();
  });

  it("keeps text, numbers and yes or no apart", () => {
    const traits = traitsOf({ seats: 12, plan: "12", active: true, flag: "true" });
    expect([...traits.values()]).toEqual([12, "12", true, "true"]);
  });

  it("comes back from JSON whatever names and values were given", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ unit: "binary" }), anyTrait), { selector: ([name]) => name }),
        (pairs) => {
          const text = `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`;
          const traits = traitsOf(JSON.parse(text));
          expect(traits.size).toBe(pairs.length);
          for (const [name, value] of pairs) expect(traits.get(name)).toEqual(value === 0 ? expect.closeTo(0) : value);
        },
      ),
    );
  });

  it.each([
    ["nothing", null],
    ["text", "plan"],
    ["a list", ["plan"]],
    ["a trait that is null", { plan: null }],
    ["a trait that is an object", { plan: { name: "gold" } }],
    ["a trait that is a list", { plan: ["gold"] }],
    ["a trait that is no number", { seats: Number.NaN }],
  ])("fails loudly on %s", (_what, stored) => expect(() => traitsOf(stored)).toThrow());
});
