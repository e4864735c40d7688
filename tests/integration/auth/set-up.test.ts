import { describe, expect, it } from "vitest";
import { withTenant } from "@/lib/db/with-tenant";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ensureSetupToken } from "@/lib/organisations/ensure-setup-token";
import { setUpInstallation } from "@/lib/organisations/set-up-installation";

const person = { organisationName: "First", name: "Ada", email: "ada@example.com", password: "correct horse battery" };

// In order: an installation is set up once.
describe("first run", () => {
  it("opens by the newest token of the log alone", async () => {
    const old = (await ensureSetupToken())!;
    expect(Buffer.from(old, "base64url")).toHaveLength(16);
    await ensureSetupToken();
    for (const token of [old, "", "x", old.slice(0, -1)]) {
      await expect(setUpInstallation({ ...person, token })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("keeps the token when nothing was made", async () => {
    const token = (await ensureSetupToken())!;
    await expect(setUpInstallation({ ...person, organisationName: "\0", token })).rejects.toThrow();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => setUpInstallation({ ...person, token })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("happens once: afterwards there is no token, and none works", async () => {
    expect(await ensureSetupToken()).toBeNull();
    await expect(setUpInstallation({ ...person, token: "any" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not take guesses for ever", async () => {
    const guesses = await Promise.allSettled(
      Array.from({ length: 25 }, () => setUpInstallation({ ...person, token: "guess" })),
    );
    expect(guesses.at(-1)).toMatchObject({ reason: { code: "rate-limited" } });
  });
});

describe("a new organisation", () => {
  it("has kinds, published rules, an active model and an admin", async () => {
    const made = await createOrganisation({
      name: "Bücher & Töne",
      admin: { name: "Bea", email: "bea@example.com", password: "correct horse battery" },
      settings: { currency: "GBP", timeZone: "Europe/London", clock: "2011-09-09T23:59:59Z" },
    });
    expect(made).toMatchObject({ slug: "bucher-tone", invitationToken: null, admin: { role: "admin", name: "Bea" } });
    const { organisationId } = made;
    await withTenant(organisationId, async (tx) => {
      expect(await tx.kind.count()).toBeGreaterThan(30);
      const published = await tx.ruleSet.findMany({ include: { rules: true } });
      expect(published).toMatchObject([{ version: 1, state: "published" }]);
      expect(published[0]!.rules.length).toBeGreaterThan(10);
      expect(await tx.model.findMany()).toMatchObject([{ version: 1, state: "active", parameters: { kind: "prior" } }]);
      expect(await tx.organisation.findFirst()).toMatchObject({
        currency: "GBP",
        timeZone: "Europe/London",
        clock: new Date("2011-09-09T23:59:59Z"),
      });
      expect(await tx.auditEntry.findMany()).toMatchObject([{ action: "organisation.created", actorType: "system" }]);
    });
  });

  it("gets a short name of its own, and never someone else's", async () => {
    const first = await createOrganisation({ name: "Same", admin: null });
    const second = await createOrganisation({ name: "Same", admin: null });
    expect([first.slug, second.slug]).toEqual(["same", "same-2"]);
    await expect(createOrganisation({ name: "Other", slug: "same", admin: null })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("invites its admin when no password is given", async () => {
    const made = await createOrganisation({ name: "By command", admin: { name: "Cem", email: "cem@example.com" } });
    expect(made.admin).toBeNull();
    expect(made.invitationToken).toMatch(/^[0-9a-z]+_[A-Za-z0-9_-]{22}$/);
  });
});
