import { beforeAll, describe, expect, it } from "vitest";
import { makeMember } from "@/lib/auth/make-member";
import type { Member } from "@/lib/auth/member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { readPeople } from "@/lib/people/read-people";
import { removePeopleFact } from "@/lib/people/remove-people-fact";
import { saveContact } from "@/lib/people/save-contact";
import { saveMilestone } from "@/lib/people/save-milestone";
import { savePreference } from "@/lib/people/save-preference";
import { contactForm, milestoneForm, preferenceForm } from "@/lib/schemas/people";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";

const TODAY = "2026-06-30";
let organisationId: number;
let manager: Member;
let viewer: Member;

beforeAll(async () => {
  const made = await createOrganisation({
    name: "People",
    admin: { name: "Olga Owner", email: "people@example.com", password: "a long password" },
  });
  organisationId = made.organisationId;
  const person = { ...systemMember(organisationId), actor: "member" as const };
  manager = makeMember({ ...person, id: made.admin!.id!, name: "Olga", role: "manager", managerScope: "own-book" });
  viewer = makeMember({ ...person, id: made.admin!.id! + 2, name: "Vera", role: "viewer" });
  await makeCustomerWithTouchpoints(organisationId, { externalId: "mine", ownerId: manager.id! });
  await makeCustomerWithTouchpoints(organisationId, { externalId: "theirs" });
});

const contact = (changes: object = {}) => contactForm.parse({ externalId: "mine", name: "Ada Nimmo", ...changes });
const milestone = (changes: object = {}) =>
  milestoneForm.parse({ externalId: "mine", title: "Move", happensOn: "2026-08-01", ...changes });
const people = (member: Member = manager, externalId = "mine") => readPeople(member, externalId, TODAY);

describe("contacts", () => {
  it("are added, changed and removed; who decides comes first, who has left last", async () => {
    const ada = await saveContact(manager, contact({ email: " ADA@Example.com ", phone: "+45 12 34" }));
    const bo = await saveContact(manager, contact({ name: "Bo", role: "CFO", decidesHere: "on" }));
    await saveContact(manager, contact({ name: "Aaron", leftOn: "2026-01-31" }));
    expect((await people(viewer)).contacts).toEqual([
      { id: bo, name: "Bo", role: "CFO", email: "", phone: "", decidesHere: true, leftOn: null },
      {
        id: ada,
        name: "Ada Nimmo",
        role: "",
        email: "ada@example.com",
        phone: "+45 12 34",
        decidesHere: false,
        leftOn: null,
      },
      {
        ...{ id: expect.any(Number), name: "Aaron", role: "", email: "", phone: "" },
        decidesHere: false,
        leftOn: "2026-01-31",
      },
    ]);
    await saveContact(manager, contact({ id: String(bo), name: "Bo Lind", leftOn: "2026-06-01" }));
    expect((await people()).contacts.map(({ name, leftOn }) => [name, leftOn])).toEqual([
      ["Ada Nimmo", null],
      ["Aaron", "2026-01-31"],
      ["Bo Lind", "2026-06-01"],
    ]);
    await removePeopleFact(manager, { externalId: "mine", fact: "contact", id: ada });
    expect((await people()).contacts.map(({ name }) => name)).not.toContain("Ada Nimmo");
    await expect(removePeopleFact(manager, { externalId: "mine", fact: "contact", id: ada })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it.each([{ name: " " }, { email: "nobody" }, { leftOn: "2026-02-30" }, { id: "-1" }, { decidesHere: "maybe" }])(
    "are not even read with %j",
    (changes) => {
      expect(contactForm.safeParse({ externalId: "mine", name: "Ada", ...changes }).success).toBe(false);
    },
  );
});

describe("preferences and milestones", () => {
  it("are added, changed and removed", async () => {
    const save = (text: string, id = "") =>
      savePreference(manager, preferenceForm.parse({ externalId: "mine", text, id }));
    const id = await save("No calls before nine");
    await save("In Danish, please");
    await save("No calls before ten", String(id));
    expect((await people()).preferences.map(({ text }) => text)).toEqual(["No calls before ten", "In Danish, please"]);
    await removePeopleFact(manager, { externalId: "mine", fact: "preference", id });
    expect((await people()).preferences.map(({ text }) => text)).toEqual(["In Danish, please"]);
  });

  it("come in the order of their days, yearly ones when they come next, those that are over last", async () => {
    await saveMilestone(manager, milestone());
    await saveMilestone(manager, milestone({ title: "Founded", happensOn: "1999-07-04", yearly: "on" }));
    const fair = await saveMilestone(manager, milestone({ title: "Fair", happensOn: "2026-05-05" }));
    await saveMilestone(manager, milestone({ title: "Older fair", happensOn: "2025-05-05" }));
    const found = (await people(viewer)).milestones;
    expect(found.map(({ title, nextOn, isOver }) => [title, nextOn, isOver])).toEqual([
      ["Founded", "2026-07-04", false],
      ["Move", "2026-08-01", false],
      ["Fair", "2026-05-05", true],
      ["Older fair", "2025-05-05", true],
    ]);
    await saveMilestone(manager, milestone({ id: String(fair), title: "Fair", happensOn: "2026-05-05", yearly: "on" }));
    expect((await people()).milestones.at(-2)).toMatchObject({ title: "Fair", nextOn: "2027-05-05", isOver: false });
    await removePeopleFact(manager, { externalId: "mine", fact: "milestone", id: fair });
    expect((await people()).milestones.map(({ title }) => title)).not.toContain("Fair");
  });
});

describe("a customer's people", () => {
  it("are as many as a person can keep by hand, and no more", async () => {
    await makeCustomerWithTouchpoints(organisationId, { externalId: "full", ownerId: manager.id! });
    await withTenantClient(organisationId, (client) =>
      client.query(
        `INSERT INTO preference (organisation_id, customer_id, text)
         SELECT c.organisation_id, c.id, 'x' FROM customer c, generate_series(1, 200)
         WHERE c.organisation_id = $1 AND c.external_id = 'full'`,
        [organisationId],
      ),
    );
    const one = preferenceForm.parse({ externalId: "full", text: "one more" });
    await expect(savePreference(manager, one)).rejects.toMatchObject({ issues: [{ code: "too-many" }] });
    await saveContact(manager, contact({ externalId: "full" }));
  });
});

describe("who may", () => {
  it("a manager reaches the own book alone, and what belongs to another customer stays out of reach", async () => {
    const id = await saveContact(manager, contact({ name: "Mine" }));
    await saveContact(systemMember(organisationId), contact({ externalId: "theirs", name: "Secret" }));
    for (const attempt of [
      () => people(manager, "theirs"),
      () => saveContact(manager, contact({ externalId: "theirs" })),
      () => savePreference(manager, preferenceForm.parse({ externalId: "theirs", text: "x" })),
      () => saveMilestone(manager, milestone({ externalId: "theirs" })),
      () => removePeopleFact(manager, { externalId: "theirs", fact: "contact", id }),
      () => saveContact(systemMember(organisationId), contact({ externalId: "theirs", id: String(id) })),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await people(manager)).contacts.map(({ name }) => name)).toContain("Mine");
    expect((await people(viewer, "theirs")).contacts.map(({ name }) => name)).toEqual(["Secret"]);
  });

  it("leaves a trace of every change, without personal data", async () => {
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query(
        "SELECT action, details::text FROM audit_entry WHERE organisation_id = $1 AND action LIKE 'customers.%' ORDER BY id",
        [organisationId],
      ),
    );
    const actions = new Set(rows.map(({ action }) => action));
    for (const fact of ["contact", "preference", "milestone"]) {
      for (const verb of ["added", "changed", "removed"]) expect(actions).toContain(`customers.${fact}-${verb}`);
    }
    expect(rows.filter(({ details }) => /Ada|ada@|Bo|Danish|Fair/.test(details))).toEqual([]);
  });
});
