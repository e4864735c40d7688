import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashSecret, newApiKey, organisationOfApiKey } from "@/lib/auth/api-key-format";
import { newInvitationToken, organisationOfInvitation } from "@/lib/members/invitation-token";

const anyId = fc.integer({ min: 1, max: 2_147_483_647 });

describe("API keys", () => {
  it("carry their organisation and 256 random bits", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const key = newApiKey(id);
        expect(key).toMatch(/^rk_[0-9a-z]{1,6}_[A-Za-z0-9_-]{43}$/);
        expect(organisationOfApiKey(key)).toBe(id);
      }),
    );
    expect(newApiKey(1)).not.toBe(newApiKey(1));
  });

  it.each([
    ["nothing", ""],
    ["no prefix", `1_${"a".repeat(43)}`],
    ["organisation 0", `rk_0_${"a".repeat(43)}`],
    ["an organisation beyond an integer", `rk_zzzzzz_${"a".repeat(43)}`],
    ["a negative organisation", `rk_-1_${"a".repeat(43)}`],
    ["a truncated secret", `rk_1_${"a".repeat(42)}`],
    ["a longer secret", `rk_1_${"a".repeat(44)}`],
    ["something behind it", `rk_1_${"a".repeat(43)} `],
    ["a line break behind it", `rk_1_${"a".repeat(43)}\n`],
  ])("are not recognised with %s", (_what, key) => {
    expect(organisationOfApiKey(key)).toBeUndefined();
  });

  it("are stored as a hash that does not contain them", () => {
    const key = newApiKey(7);
    expect(hashSecret(key)).toHaveLength(43);
    expect(key).not.toContain(hashSecret(key));
  });
});

describe("invitation tokens", () => {
  it("carry their organisation and 128 random bits", () => {
    fc.assert(fc.property(anyId, (id) => organisationOfInvitation(newInvitationToken(id)) === id));
  });

  it.each([
    "",
    "1",
    "1_",
    `1_${"a".repeat(21)}`,
    `0_${"a".repeat(22)}`,
    `zzzzzz_${"a".repeat(22)}`,
    `1_${"a".repeat(22)}\n`,
  ])("refuse %j", (token) => expect(organisationOfInvitation(token)).toBeUndefined());
});
