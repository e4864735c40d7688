import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf } from "@/lib/organisations/slug-of";
import { slugSchema } from "@/lib/schemas/organisation";

describe("the short name of an organisation", () => {
  it.each([
    ["Retail", "retail"],
    ["Bücher & Töne GmbH", "bucher-tone-gmbh"],
    ["  --Already---dashed--  ", "already-dashed"],
    ["Ĉu ne?", "cu-ne"],
    ["株式会社", "organisation"],
    ["!!!", "organisation"],
    ["A".repeat(200), "a".repeat(50)],
    [`${"a".repeat(49)} b`, "a".repeat(49)],
  ])("of %j is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("is always one that commands take, with a number behind it too", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(slugSchema.safeParse(slugOf(name)).success).toBe(true);
        expect(slugSchema.safeParse(`${slugOf(name)}-100`).success).toBe(true);
      }),
    );
  });

  it.each(["", "-a", "a-", "A", "a b", "a/b", "ü", "a".repeat(61)])("is not %j when given by hand", (slug) => {
    expect(slugSchema.safeParse(slug).success).toBe(false);
  });
});
