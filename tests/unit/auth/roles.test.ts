import { describe, expect, it } from "vitest";
import { mayDo } from "@/lib/auth/may-do";
import { ACTIONS, type Action, ROLES, roleMay } from "@/lib/auth/roles";
import { API_SCOPES, scopesMay } from "@/lib/auth/scopes";

const allowedTo = (may: (action: Action) => boolean) => ACTIONS.filter(may);

describe("the table of roles", () => {
  it("lets a viewer read customers, rules, models and settings, and nothing else", () => {
    expect(allowedTo((action) => roleMay("viewer", action))).toEqual([
      "customers.read",
      "jobs.read",
      "rules.read",
      "models.read",
      "settings.read",
    ]);
  });

  it("lets a manager change customers and touchpoints and judge as well, and see who the members are", () => {
    expect(allowedTo((action) => roleMay("manager", action))).toEqual([
      "customers.read",
      "customers.write",
      "jobs.read",
      "touchpoints.write",
      "judgements.write",
      "rules.read",
      "models.read",
      "settings.read",
      "members.read",
    ]);
  });

  it("lets an admin do everything", () => {
    expect(allowedTo((action) => roleMay("admin", action))).toEqual([...ACTIONS]);
  });

  it("never gives a lower role what a higher one lacks", () => {
    for (const action of ACTIONS) {
      const rights = ROLES.map((role) => roleMay(role, action));
      expect(rights, action).toEqual([...rights].sort().reverse());
    }
  });
});

describe("the scopes of API keys", () => {
  it("keep reading and writing apart", () => {
    for (const action of allowedTo((one) => scopesMay(["read"], one))) expect(action).toMatch(/\.read$/);
    expect(scopesMay(["write"], "customers.read")).toBe(false);
    expect(scopesMay(["write"], "customers.write")).toBe(true);
    expect(scopesMay(["write"], "imports.read")).toBe(true);
  });

  it("keep people, keys, rules, settings and the audit log for admin", () => {
    const guarded: Action[] = [
      "members.read",
      "members.write",
      "api-keys.read",
      "api-keys.write",
      "audit.read",
      "settings.write",
      "rules.write",
      "models.write",
    ];
    for (const action of guarded) {
      expect(scopesMay(["read", "write"], action), action).toBe(false);
      expect(scopesMay(["admin"], action), action).toBe(true);
    }
  });

  it("bound a key although it acts as an admin; without scopes it may do nothing", () => {
    for (const scope of API_SCOPES) {
      const key = { actor: "api-key", role: "admin", scopes: [scope] } as const;
      expect(allowedTo((action) => mayDo(key, action))).toEqual(allowedTo((action) => scopesMay([scope], action)));
    }
    expect(allowedTo((action) => mayDo({ actor: "api-key", role: "admin", scopes: [] }, action))).toEqual([]);
    expect(allowedTo((action) => mayDo({ actor: "system", role: "admin", scopes: [] }, action))).toEqual([...ACTIONS]);
  });
});
