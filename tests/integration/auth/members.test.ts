import { beforeAll, describe, expect, it } from "vitest";
import { findMemberOfUser } from "@/lib/auth/find-member-of-user";
import type { Member } from "@/lib/auth/member";
import { getPrisma } from "@/lib/db/prisma";
import { withTenant } from "@/lib/db/with-tenant";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { changeRole } from "@/lib/members/change-role";
import { endSessions } from "@/lib/members/end-sessions";
import { findInvitation } from "@/lib/members/find-invitation";
import { inviteMember } from "@/lib/members/invite-member";
import { listMembers } from "@/lib/members/list-members";
import { removeMember } from "@/lib/members/remove-member";
import { revokeInvitation } from "@/lib/members/revoke-invitation";
import { createOrganisation } from "@/lib/organisations/create-organisation";

const PASSWORD = "correct horse battery";

let ada: Member;
let bert: Member;

beforeAll(async () => {
  ada = await adminOf("Ours", "ada@example.com");
  bert = await adminOf("Theirs", "bert@example.com");
});

describe("an invitation", () => {
  it("makes an account and a member, once", async () => {
    const token = await inviteMember(ada, { email: "vera@example.com", role: "viewer" });
    expect(await findInvitation(token)).toEqual({
      organisationName: "Ours",
      email: "vera@example.com",
      role: "viewer",
      hasAccount: false,
    });
    await acceptInvitation({ token, name: "Vera", password: PASSWORD });
    expect(await findInvitation(token)).toBeUndefined();
    await expect(acceptInvitation({ token, name: "Vera", password: PASSWORD })).rejects.toMatchObject({
      code: "not-found",
    });
    const { members } = await listMembers(ada);
    expect(members.map(({ name, role }) => [name, role])).toContainEqual(["Vera", "viewer"]);
  });

  it("is taken up by one of ten at the same moment", async () => {
    const token = await inviteMember(ada, { email: "ten@example.com", role: "viewer" });
    const tries = Array.from({ length: 10 }, () => acceptInvitation({ token, name: "Ten", password: PASSWORD }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await getPrisma().user.count({ where: { email: "ten@example.com" } })).toBe(1);
  });

  it("does not work when it is expired, ended, replaced, cut or of another organisation", async () => {
    const email = "late@example.com";
    const accept = (token: string) => acceptInvitation({ token, name: "Late", password: PASSWORD });
    const replaced = await inviteMember(ada, { email, role: "viewer" });
    const token = await inviteMember(ada, { email, role: "viewer" });
    await expect(accept(replaced)).rejects.toMatchObject({ code: "not-found" });
    await expect(accept(token.slice(0, -1))).rejects.toMatchObject({ code: "not-found" });
    await expect(accept(token.replace(/^[^_]+/, bert.organisationId.toString(36)))).rejects.toMatchObject({
      code: "not-found",
    });
    await withTenant(ada.organisationId, (tx) =>
      tx.invitation.updateMany({ where: { email }, data: { expiresAt: new Date(Date.now() - 1_000) } }),
    );
    await expect(accept(token)).rejects.toMatchObject({ code: "not-found" });
    const last = await inviteMember(ada, { email, role: "viewer" });
    const { invitations } = await listMembers(ada);
    await revokeInvitation(ada, invitations.find((one) => one.email === email)!.id);
    await expect(accept(last)).rejects.toMatchObject({ code: "not-found" });
  });

  it("never gives an account that exists another password", async () => {
    const token = await inviteMember(bert, { email: "ada@example.com", role: "manager" });
    expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
    await expect(acceptInvitation({ token, name: "Not Ada", password: "a password of Bert's" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await acceptInvitation({ token, password: PASSWORD });
    const user = await getPrisma().user.findUniqueOrThrow({ where: { email: "ada@example.com" } });
    expect(user.name).toBe("Ada");
    expect(await findMemberOfUser(user.id, bert.organisationId)).toMatchObject({ role: "manager" });
    expect(await findMemberOfUser(user.id, ada.organisationId)).toMatchObject({ role: "admin" });
    expect(await findMemberOfUser(user.id)).toMatchObject({ organisationId: ada.organisationId });
  });

  it("wants a name and a password of some length", async () => {
    const token = await inviteMember(ada, { email: "short@example.com", role: "viewer" });
    await expect(acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({ code: "unprocessable" });
    await expect(acceptInvitation({ token, name: "S", password: "short" })).rejects.toMatchObject({
      code: "unprocessable",
    });
    await acceptInvitation({ token, name: "S", password: PASSWORD });
  });

  it("stops taking passwords after ten attempts", async () => {
    const token = await inviteMember(ada, { email: "bert@example.com", role: "viewer" });
    for (let attempt = 1; attempt <= 10; attempt++) {
      await expect(acceptInvitation({ token, password: "wrong" })).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("is not made for a member", async () => {
    await expect(inviteMember(ada, { email: "ada@example.com", role: "viewer" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the last admin", () => {
  it("can neither leave nor step down", async () => {
    await expect(removeMember(bert, bert.id!)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRole(bert, { memberId: bert.id!, role: "viewer" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("remains when two admins remove each other at the same moment", async () => {
    const token = await inviteMember(bert, { email: "second@example.com", role: "admin" });
    await acceptInvitation({ token, name: "Second", password: PASSWORD });
    const second = (await listMembers(bert)).members.find((one) => one.email === "second@example.com")!;
    const results = await Promise.allSettled([removeMember(bert, second.id), removeMember(bert, bert.id!)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { members } = await listMembers(bert);
    expect(members.filter((one) => one.role === "admin")).toHaveLength(1);
  });
});

describe("another organisation's people", () => {
  it("are not found by their ids", async () => {
    const { members } = await listMembers(bert);
    const stranger = members[0]!;
    // Ids come from one sequence, so this one is certainly not a member of ours.
    for (const attempt of [
      () => changeRole(ada, { memberId: stranger.id, role: "viewer" }),
      () => removeMember(ada, stranger.id),
      () => endSessions(ada, stranger.id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    await inviteMember(bert, { email: "theirs@example.com", role: "viewer" });
    const invitation = (await listMembers(bert)).invitations[0]!;
    await expect(revokeInvitation(ada, invitation.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("leave no trace in our audit log; our own changes do", async () => {
    const entries = await withTenant(ada.organisationId, (tx) => tx.auditEntry.findMany());
    expect(entries.every((entry) => entry.organisationId === ada.organisationId)).toBe(true);
    const actions = new Set(entries.map((entry) => entry.action));
    expect(actions).toContain("members.invited");
    expect(actions).toContain("members.joined");
    expect(JSON.stringify(entries, (_key, value) => (typeof value === "bigint" ? Number(value) : value))).not.toContain(
      PASSWORD,
    );
  });
});

async function adminOf(name: string, email: string): Promise<Member> {
  const person = email.charAt(0).toUpperCase() + email.slice(1, email.indexOf("@"));
  const { admin } = await createOrganisation({ name, admin: { name: person, email, password: PASSWORD } });
  return admin!;
}
