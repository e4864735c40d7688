import { describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member, MemberFacts } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { seesOnlyOwnBook, visibleCustomers } from "@/lib/customers/visible-customers";

function member(facts: Partial<MemberFacts>): Member {
  return makeMember({
    organisationId: 1,
    id: 7,
    actor: "member",
    actorId: "7",
    name: "Mia",
    role: "viewer",
    managerScope: "own-book",
    scopes: [],
    ...facts,
  });
}

const EVERYONE: readonly (readonly [string, Member])[] = [
  ["an admin", member({ role: "admin" })],
  ["a viewer", member({ role: "viewer" })],
  ["a manager of an organisation that shows everyone", member({ role: "manager", managerScope: "whole-organisation" })],
  ["an API key", member({ id: null, actor: "api-key", role: "admin" })],
  ["the system", systemMember(1)],
];

describe("the customers a member sees", () => {
  it.each(EVERYONE)("are all for %s, and nothing is asked of the query", (_who, who) => {
    const parameters: unknown[] = [1];
    expect(visibleCustomers(who, parameters)).toBe("true");
    expect(parameters).toEqual([1]);
    expect(seesOnlyOwnBook(who)).toBe(false);
  });

  it("are the own book for a manager, by the number of the parameter that was added", () => {
    const manager = member({ role: "manager", id: 42 });
    for (const before of [[], [1], [1, "x", null]]) {
      const parameters: unknown[] = [...before];
      expect(visibleCustomers(manager, parameters)).toBe(`c.owner_id = $${before.length + 1}`);
      expect(parameters).toEqual([...before, 42]);
    }
    expect(seesOnlyOwnBook(manager)).toBe(true);
  });

  it("are none for a manager's key that is no member: an owner is never NULL", () => {
    const key = member({ role: "manager", id: null, actor: "api-key" });
    const parameters: unknown[] = [];
    expect(visibleCustomers(key, parameters)).toBe("c.owner_id = $1");
    expect(parameters).toEqual([null]);
  });
});
