import { beforeAll, describe, expect, it } from "vitest";
import { GET as getPeople, PUT as putPeople } from "@/app/api/v1/customers/[externalId]/people/route";
import { makeMember } from "@/lib/auth/make-member";
import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { listPeople } from "@/lib/people/list-people";
import { replacePeople } from "@/lib/people/replace-people";
import { makeCustomerWithTouchpoints } from "@/tests/factories/make-touchpoints";
import { call, faults, makeOrganisation, type TestOrganisation } from "../api/call-api";

let ours: TestOrganisation;

beforeAll(async () => {
  ours = await makeOrganisation("PeopleApi", { clock: "2026-06-30T12:00:00Z" });
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "C1" });
  await makeCustomerWithTouchpoints(ours.organisationId, { externalId: "C2" });
});

const get = (externalId = "C1", key = ours.read) => call(getPeople, { key, params: { externalId } });
const put = (body: object, externalId = "C1", key = ours.write) =>
  call(putPeople, { key, method: "PUT", params: { externalId }, body });

const ADA = { name: "Ada Nimmo", role: "CFO", email: "ada@example.com", phone: "", decidesHere: true, leftOn: null };

describe("GET and PUT /customers/{externalId}/people", () => {
  it("begin with nobody, and keep what is given", async () => {
    expect((await get()).json).toEqual({ contacts: [], preferences: [], milestones: [] });
    const { status, json } = await put({
      contacts: [{ ...ADA, email: " ADA@Example.com " }, { name: "Bo" }],
      preferences: [{ text: "No calls before ten" }],
      milestones: [{ title: "Founded", happensOn: "2001-09-01", yearly: true }],
    });
    expect(status).toBe(200);
    const nobody = { role: "", email: "", phone: "", decidesHere: false, leftOn: null };
    expect(json.contacts).toEqual([
      { id: expect.any(Number), ...ADA },
      { id: expect.any(Number), ...nobody, name: "Bo" },
    ]);
    expect(json.milestones).toMatchObject([{ title: "Founded", nextOn: "2026-09-01", isOver: false }]);
    expect((await get()).json).toEqual(json);
  });

  it("change what has an id, add what has none, remove what is missing, and leave other lists alone", async () => {
    const before = (await get()).json;
    const [ada, bo] = before.contacts;
    const { json } = await put({ contacts: [{ ...bo, role: "Buyer", leftOn: "2026-05-01" }, { name: "Cy" }] });
    expect(json.contacts).toMatchObject([
      { name: "Cy" },
      { id: bo.id, name: "Bo", role: "Buyer", leftOn: "2026-05-01" },
    ]);
    expect(json.contacts.map(({ id }: { id: number }) => id)).not.toContain(ada.id);
    expect([json.preferences, json.milestones]).toEqual([before.preferences, before.milestones]);
  });

  it("change nothing when they are given what they gave, and empty a list that is empty", async () => {
    const before = (await get()).json;
    const { contacts, preferences } = before;
    expect((await put({ contacts, preferences })).json).toEqual(before);
    expect((await put({ preferences: [] })).json).toEqual({ ...before, preferences: [] });
    expect((await put({})).json).toEqual({ ...before, preferences: [] });
  });

  it("refuse the id of somebody at another customer, or one that comes twice, and then change nothing", async () => {
    const { contacts } = (await put({ contacts: [{ name: "Di" }] }, "C2")).json;
    const before = (await get()).json;
    for (const wrong of [contacts, [before.contacts[0], before.contacts[0]]]) {
      const answer = await put({ contacts: wrong, preferences: [{ text: "Never" }] });
      expect(faults(answer)).toEqual({ status: 422, errors: [`contacts[${wrong.length - 1}].id: unknown-id`] });
    }
    expect((await get()).json).toEqual(before);
    expect((await get("C2")).json.contacts).toEqual(contacts);
  });

  it("say field by field what is wrong", async () => {
    const answer = await put({
      contacts: [
        { name: " ", email: "nobody", leftOn: "2026-02-30" },
        { name: "X", age: 3 },
      ],
    });
    expect(answer.status).toBe(422);
    const paths = answer.json.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(["contacts[0].name", "contacts[0].email", "contacts[0].leftOn", "contacts[1].age"]);
    const many = Array.from({ length: 201 }, (_, n) => ({ text: `Wish ${n}` }));
    expect((await put({ preferences: many })).status).toBe(422);
  });

  it("leave a trace without personal data", async () => {
    const { rows } = await withTenantClient(ours.organisationId, (client) =>
      client.query(
        `SELECT action, subject, details FROM audit_entry
         WHERE organisation_id = $1 AND action = 'customers.people-replaced' ORDER BY id LIMIT 2`,
        [ours.organisationId],
      ),
    );
    expect(rows).toMatchObject([
      { subject: "customer:C1", details: { contacts: { added: 2, kept: 0, removed: 0 } } },
      { subject: "customer:C1", details: { contacts: { added: 1, kept: 1, removed: 1 } } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Ada|Bo|example/);
  });

  it("show a manager the own book alone", async () => {
    const manager = makeMember({
      ...{ ...systemMember(ours.organisationId), id: 4711, actor: "member" },
      ...{ role: "manager", managerScope: "own-book" },
    });
    await expect(listPeople(manager, "C1")).rejects.toMatchObject({ code: "not-found" });
    await expect(replacePeople(manager, "C1", { contacts: [] })).rejects.toMatchObject({ code: "not-found" });
    expect((await get()).json.contacts).not.toEqual([]);
  });
});
