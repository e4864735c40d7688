import { describe, expect, it } from "vitest";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { inviteMember } from "@/lib/members/invite-member";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { confirmSetUp } from "@/lib/set-up/confirm-set-up";
import { readSetUp, type SetUpStep } from "@/lib/set-up/read-set-up";
import { saveSettings } from "@/lib/settings/save-settings";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

async function newOrganisation(name: string): Promise<Member> {
  const admin = { name: "Olga Owner", email: `olga@${name.toLowerCase()}.example`, password: "a long password" };
  return systemMember((await createOrganisation({ name, admin })).organisationId);
}

const doneOf = async (member: Member): Promise<SetUpStep[]> => {
  const { done } = await readSetUp(member);
  return (Object.keys(done) as SetUpStep[]).filter((step) => done[step]);
};
const run = (member: Member, statement: string) =>
  withTenantClient(member.organisationId, (client) => client.query(statement, [member.organisationId]));

describe("the set-up", () => {
  it("has nothing done in a new organisation, and each step when what it asks for is there", async () => {
    const member = await newOrganisation("Fresh");
    expect(await doneOf(member)).toEqual([]);
    await makeCustomerWithTouchpoints(member.organisationId, { externalId: "a" }, [
      { kind: "call", occurredAt: "2026-06-01T00:00:00Z" },
    ]);
    expect(await doneOf(member)).toEqual(["import", "kinds"]);
    await inviteMember(member, { email: "second@fresh.example", role: "manager" });
    expect(await doneOf(member)).toEqual(["import", "kinds", "members"]);
    await saveSettings(member, { breakUp: { type: "inactivity", kinds: ["call"], days: 60 } });
    expect(await doneOf(member)).toEqual(["import", "kinds", "break-up", "members"]);
    await run(
      member,
      `INSERT INTO rule_set (organisation_id, version, state, published_at) VALUES ($1, 2, 'published', now())`,
    );
    expect(await doneOf(member)).toEqual(["import", "kinds", "break-up", "rules", "members"]);
    await run(
      member,
      `INSERT INTO model (organisation_id, version, state, origin, rule_set_version, parameters)
       VALUES ($1, 900, 'candidate', 'learned', 1, '{}')`,
    );
    expect((await doneOf(member)).length).toBe(6);
  });

  it("takes an admin's word for the rest, with a trace, and for no other organisation", async () => {
    const member = await newOrganisation("Confirming");
    const other = await newOrganisation("Elsewhere");
    for (const step of ["break-up", "rules", "members"] as const) await confirmSetUp(member, step);
    expect(await doneOf(member)).toEqual(["break-up", "rules", "members"]);
    expect(await doneOf(other)).toEqual([]);
    const { rows } = await run(
      member,
      "SELECT details FROM audit_entry WHERE organisation_id = $1 AND action = 'set-up.confirmed' ORDER BY id",
    );
    expect(rows.map(({ details }) => details.step)).toEqual(["break-up", "rules", "members"]);
  });

  it("asks for kinds again when an import brings new ones", async () => {
    const member = await newOrganisation("Kinds");
    await makeCustomerWithTouchpoints(member.organisationId, { externalId: "a" }, [
      { kind: "call", occurredAt: "2026-06-01T00:00:00Z" },
    ]);
    const addKind = (id: number) =>
      run(
        member,
        `INSERT INTO kind (organisation_id, id, key, label, category, valence, half_life_days, import_id)
         VALUES ($1, ${id}, 'new-${id}', 'New', 'usage', 0, 30, 1)`,
      );
    await addKind(900);
    expect(await readSetUp(member)).toMatchObject({ newKinds: 1, done: { kinds: false } });
    await confirmSetUp(member, "kinds");
    expect(await readSetUp(member)).toMatchObject({ newKinds: 0, done: { kinds: true } });
    await addKind(901);
    expect(await readSetUp(member)).toMatchObject({ newKinds: 1, done: { kinds: false } });
  });
});
