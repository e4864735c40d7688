import { describe, expect, it } from "vitest";
import { apiScopesSchema, newApiKeySchema } from "@/lib/schemas/api-key";
import { kindChangeSchema } from "@/lib/schemas/kind";
import { emailSchema, inviteSchema, passwordSchema, personNameSchema } from "@/lib/schemas/member";
import { setUpSchema } from "@/lib/schemas/organisation";

describe("what people type about themselves", () => {
  it("keeps one address for one person", () => {
    expect(emailSchema.parse("  Ada.Lovelace@Example.COM ")).toBe("ada.lovelace@example.com");
  });

  it.each([
    "",
    "ada",
    "ada@",
    "@example.com",
    "a b@example.com",
    "ada@example.com\nBcc: x@y.z",
    `${"a".repeat(255)}@x.com`,
  ])("does not take %j for an address", (email) => expect(emailSchema.safeParse(email).success).toBe(false));

  it.each(["Ada", "Ö", "李小龍", "مريم", "Jean-Luc O’Neill", "👩‍🚀 Ada", "<script>alert(1)</script>"])(
    "takes %j for a name",
    (name) => expect(personNameSchema.parse(` ${name} `)).toBe(name),
  );

  it.each(["", "   ", "a\0b", "a\nb", "\u0085", "a".repeat(121)])("does not take %j for a name", (name) => {
    expect(personNameSchema.safeParse(name).success).toBe(false);
  });

  it("takes any characters in a password, as many as a person can remember", () => {
    for (const password of [" spaces count ", "密码密码密码密码密码", "a".repeat(128)]) {
      expect(passwordSchema.parse(password)).toBe(password);
    }
    for (const password of ["", "123456789", "a".repeat(129)]) {
      expect(passwordSchema.safeParse(password).success).toBe(false);
    }
  });

  it("offers three roles", () => {
    expect(inviteSchema.safeParse({ email: "a@example.com", role: "owner" }).success).toBe(false);
    expect(inviteSchema.safeParse({ email: "a@example.com", role: "viewer" }).success).toBe(true);
  });

  it("asks for everything at set-up", () => {
    expect(setUpSchema.safeParse({}).error?.issues.map((issue) => issue.path[0])).toEqual([
      "token",
      "organisationName",
      "name",
      "email",
      "password",
    ]);
  });
});

describe("a new API key", () => {
  it("has scopes in one order, each once", () => {
    expect(apiScopesSchema.parse(["write", "read", "write"])).toEqual(["read", "write"]);
    for (const scopes of [[], ["all"], ["read", ""], "read"])
      expect(apiScopesSchema.safeParse(scopes).success).toBe(false);
  });

  it("is read from a form: one checkbox, several, none, and an empty lifetime", () => {
    expect(newApiKeySchema.parse({ name: "x", scopes: "read", expiresInDays: "" })).toEqual({
      name: "x",
      scopes: ["read"],
    });
    expect(newApiKeySchema.parse({ name: "x", scopes: ["admin", "read"], expiresInDays: "30" })).toEqual({
      name: "x",
      scopes: ["read", "admin"],
      expiresInDays: 30,
    });
    for (const wrong of [{ scopes: undefined }, { name: " " }, { expiresInDays: "0" }, { expiresInDays: "x" }]) {
      expect(newApiKeySchema.safeParse({ name: "x", scopes: "read", ...wrong }).success).toBe(false);
    }
  });
});

describe("a changed kind", () => {
  const kind = { key: "purchase", label: "Order", category: "purchase", valence: "1", halfLifeDays: "60" };

  it("has a valence of three and a half-life above 0", () => {
    expect(kindChangeSchema.parse(kind)).toEqual({ ...kind, valence: 1, halfLifeDays: 60 });
    const wrongs = [
      { valence: "2" },
      { valence: 1 },
      { halfLifeDays: "" },
      { halfLifeDays: "0" },
      { halfLifeDays: "-1" },
    ];
    for (const wrong of [...wrongs, { halfLifeDays: "1e9" }, { category: "love" }, { label: "" }]) {
      expect(kindChangeSchema.safeParse({ ...kind, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
    }
  });

  it("may be called like something of JavaScript's own", () => {
    for (const key of ["__proto__", "constructor", "toString"])
      expect(kindChangeSchema.parse({ ...kind, key }).key).toBe(key);
  });
});
