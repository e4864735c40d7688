import { beforeAll, describe, expect, it } from "vitest";
import { POST as postSignOut } from "@/app/sign-out/route";
import { changePassword } from "@/lib/auth/change-password";
import { findMemberOfSession } from "@/lib/auth/find-member-of-session";
import { handleAuthRequest } from "@/lib/auth/handle-auth-request";
import type { Member } from "@/lib/auth/member";
import { signIn } from "@/lib/auth/sign-in";
import { getPrisma } from "@/lib/db/prisma";
import { withTenant } from "@/lib/db/with-tenant";
import { env } from "@/lib/env";
import { endSessions } from "@/lib/members/end-sessions";
import { joinOrganisation } from "@/lib/members/join-organisation";
import { removeMember } from "@/lib/members/remove-member";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { readManagerScope } from "@/lib/settings/read-manager-scope";
import { saveManagerScope } from "@/lib/settings/save-manager-scope";

const PASSWORD = "correct horse battery";
const OWN = new URL(env().BASE_URL).origin;

let ada: Member;

beforeAll(async () => {
  const admin = { name: "Ada", email: "ada@example.com", password: PASSWORD };
  ada = (await createOrganisation({ name: "Account", admin })).admin!;
});

describe("signing out", () => {
  const signOut = (cookie: string, headers: Record<string, string>) =>
    postSignOut(new Request(`${OWN}/sign-out`, { method: "POST", headers: { cookie, ...headers } }));

  it("ends the session, clears its cookie and leads to the sign-in page", async () => {
    const cookie = await cookieOf("ada@example.com");
    const response = await signOut(cookie, { origin: OWN });
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("/sign-in");
    expect(response.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i);
    expect(await findMemberOfSession(new Headers({ cookie }))).toBeUndefined();
  });

  it("is not done for another site", async () => {
    const cookie = await cookieOf("ada@example.com");
    expect((await signOut(cookie, { origin: "https://evil.example" })).status).toBe(403);
    expect((await signOut(cookie, {})).status).toBe(403);
    expect(await findMemberOfSession(new Headers({ cookie }))).toMatchObject({ name: "Ada" });
  });

  it("is done for whoever has no session either", async () => {
    expect((await signOut("", { origin: OWN })).status).toBe(303);
  });
});

describe("a new password", () => {
  const NEW = "an even longer sentence";
  const change = (cookie: string, currentPassword: string) =>
    changePassword(ada.actorId, { currentPassword, newPassword: NEW }, new Headers({ cookie }));

  it("needs the current one", async () => {
    const cookie = await cookieOf("ada@example.com");
    await expect(change(cookie, "not it")).rejects.toMatchObject({
      code: "forbidden",
      issues: [{ path: "currentPassword", code: "wrong-password" }],
    });
  });

  it("ends every other session", async () => {
    const [here, there] = [await cookieOf("ada@example.com"), await cookieOf("ada@example.com")];
    await change(here, PASSWORD);
    expect(await findMemberOfSession(new Headers({ cookie: there }))).toBeUndefined();
    await expect(signIn({ email: "ada@example.com", password: PASSWORD }, new Headers())).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(signIn({ email: "ada@example.com", password: NEW }, new Headers())).resolves.toMatchObject({
      member: { name: "Ada" },
    });
  });

  it("is not guessed for ever by whoever found an open screen", async () => {
    const cookie = await cookieOf("ada@example.com", NEW);
    const guess = () => change(cookie, "a guess").catch((error: { code: string }) => error.code);
    const codes = [];
    for (let attempt = 1; attempt <= 12; attempt++) codes.push(await guess());
    expect(codes.at(-1)).toBe("rate-limited");
  });
});

describe("the server's own sign-in", () => {
  it("counts attempts as the one over HTTP does", async () => {
    const guess = () =>
      signIn({ email: "nobody@example.com", password: "x" }, new Headers()).catch(
        (error: { code: string }) => error.code,
      );
    const codes = [];
    for (let attempt = 1; attempt <= 11; attempt++) codes.push(await guess());
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(["unauthenticated"]));
    expect(codes[10]).toBe("rate-limited");
  });

  it("leaves no session to someone who belongs to no organisation any more", async () => {
    const { userId, memberId } = await join("gone@example.com", "viewer");
    await removeMember(ada, memberId);
    await expect(signIn({ email: "gone@example.com", password: PASSWORD }, new Headers())).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await getPrisma().session.count({ where: { userId } })).toBe(0);
  });
});

describe("ending someone's sessions", () => {
  it("is for an admin, and for oneself", async () => {
    const { memberId } = await join("mara@example.com", "manager");
    const cookie = await cookieOf("mara@example.com");
    const mara = (await findMemberOfSession(new Headers({ cookie })))!;
    await expect(endSessions(mara, ada.id!)).rejects.toMatchObject({ code: "forbidden" });
    expect(await endSessions(mara, memberId)).toBe(1);
  });
});

describe("what account managers see", () => {
  it("is the own book at first, and holds from the next request on when it is changed", async () => {
    expect(await readManagerScope(ada)).toBe("own-book");
    await join("max@example.com", "manager");
    const headers = new Headers({ cookie: await cookieOf("max@example.com") });
    expect(await findMemberOfSession(headers)).toMatchObject({ role: "manager", managerScope: "own-book" });
    await saveManagerScope(ada, "whole-organisation");
    expect(await findMemberOfSession(headers)).toMatchObject({ managerScope: "whole-organisation" });
    const entries = await withTenant(ada.organisationId, (tx) =>
      tx.auditEntry.findMany({ where: { action: "settings.manager-scope-changed" } }),
    );
    expect(entries).toMatchObject([
      { actorName: "Ada", actorType: "member", details: { after: "whole-organisation" } },
    ]);
  });
});

function join(email: string, role: "manager" | "viewer") {
  const { organisationId } = ada;
  return withTenant(organisationId, (tx) =>
    joinOrganisation(tx, { organisationId, name: email, email, password: PASSWORD, role }),
  );
}

async function cookieOf(email: string, password = PASSWORD): Promise<string> {
  const response = await handleAuthRequest(
    new Request(`${OWN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: OWN },
      body: JSON.stringify({ email, password }),
    }),
  );
  expect(response.status).toBe(200);
  const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token"));
  return cookie?.split(";")[0] ?? "";
}
