import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findMemberOfUser } from "@/lib/auth/find-member-of-user";
import { handleAuthRequest } from "@/lib/auth/handle-auth-request";
import type { Role } from "@/lib/auth/roles";
import { getPrisma } from "@/lib/db/prisma";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { changeRole } from "@/lib/members/change-role";
import { endSessions } from "@/lib/members/end-sessions";
import { inviteMember } from "@/lib/members/invite-member";
import { removeMember } from "@/lib/members/remove-member";
import { type CreatedOrganisation, createOrganisation } from "@/lib/organisations/create-organisation";

const PASSWORD = "correct horse battery";
const OWN = new URL(env().BASE_URL).origin;
const context = { params: Promise.resolve({}) };

const whoAmI = route({ action: "customers.read", scope: "read" }, ({ member }) => member);
const change = route(
  { action: "settings.write", scope: "admin", body: z.object({ to: z.string() }) },
  ({ body }) => body,
);

let organisation: CreatedOrganisation;

beforeAll(async () => {
  const admin = { name: "Ada", email: "ada@example.com", password: PASSWORD };
  organisation = await createOrganisation({ name: "Sign-in", admin });
});

describe("sign-in", () => {
  it("gives a session by which requests are known as the member", async () => {
    const cookie = await signIn("ada@example.com");
    const response = await whoAmI(new Request(`${OWN}/api/v1/x`, { headers: { cookie } }), context);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      organisationId: organisation.organisationId,
      actor: "member",
      role: "admin",
      name: "Ada",
    });
  });

  it("sets a cookie that scripts and other sites do not get", async () => {
    const response = await postSignIn("ADA@example.com", PASSWORD);
    const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token"));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/^rekindle-3000\./);
  });

  it("says the same of a wrong password and of a person who does not exist", async () => {
    const wrong = await postSignIn("ada@example.com", "not the password");
    const unknown = await postSignIn("nobody@example.com", PASSWORD);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it("knows no one by a forged, a cut or an expired cookie", async () => {
    const cookie = await signIn("ada@example.com");
    const [name, value = ""] = cookie.split("=");
    const session = decodeURIComponent(value).split(".")[0] ?? "";
    const ask = async (given: string) =>
      (await whoAmI(new Request(`${OWN}/x`, { headers: { cookie: given } }), context)).status;
    expect(await ask(cookie)).toBe(200);
    expect(await ask(`${name}=${session}`)).toBe(401);
    expect(await ask(`${name}=${session}.${"A".repeat(43)}%3D`)).toBe(401);
    expect(await ask(cookie.slice(0, -8))).toBe(401);
    await getPrisma().session.updateMany({ where: { token: session }, data: { expiresAt: new Date(0) } });
    expect(await ask(cookie)).toBe(401);
  });

  it("is refused after ten attempts for one account, with the right password too, and not for others", async () => {
    await join("slow@example.com", "viewer");
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect((await postSignIn("slow@example.com", "wrong", `10.0.0.${attempt}`)).status).toBe(401);
    }
    const refused = await postSignIn("slow@example.com", PASSWORD, "10.0.1.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await postSignIn("ada@example.com", PASSWORD)).status).toBe(200);
  });

  it("forgets the attempts of someone who got in", async () => {
    await join("clumsy@example.com", "viewer");
    for (let attempt = 1; attempt <= 9; attempt++) await postSignIn("clumsy@example.com", "wrong");
    expect((await postSignIn("clumsy@example.com", PASSWORD)).status).toBe(200);
    expect((await postSignIn("clumsy@example.com", "wrong")).status).toBe(401);
  });
});

describe("over HTTP", () => {
  it.each([
    "/sign-up/email",
    "/update-user",
    "/change-email",
    "/delete-user",
    "/request-password-reset",
    "/list-sessions",
  ])("%s does not exist", async (path) => {
    const body = JSON.stringify({ name: "Eve", email: "eve@example.com", password: PASSWORD });
    const headers = { "content-type": "application/json", origin: OWN };
    const request = new Request(`${OWN}/api/auth${path}`, { method: "POST", headers, body });
    expect((await handleAuthRequest(request)).status).toBe(404);
  });

  it("no one makes an account by going round the list of paths", async () => {
    expect(await getPrisma().user.findUnique({ where: { email: "eve@example.com" } })).toBeNull();
  });
});

describe("the gate, for a session", () => {
  it("is closed without one", async () => {
    expect((await whoAmI(new Request(`${OWN}/x`), context)).status).toBe(401);
  });

  it("lets a change through only from our own pages", async () => {
    const cookie = await signIn("ada@example.com");
    expect((await put(cookie, { origin: OWN })).status).toBe(200);
    expect((await put(cookie, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await put(cookie, {})).status).toBe(403);
    expect((await put(cookie, { origin: "https://evil.example" })).status).toBe(403);
    expect((await put(cookie, { "sec-fetch-site": "cross-site", origin: OWN })).status).toBe(403);
  });

  it("refuses a role that may not, at once after the role changed, and the person once she is removed", async () => {
    const memberId = await join("vera@example.com", "admin");
    const cookie = await signIn("vera@example.com");
    expect((await put(cookie, { origin: OWN })).status).toBe(200);
    await changeRole(admin(), { memberId, role: "viewer" });
    expect((await put(cookie, { origin: OWN })).status).toBe(403);
    await removeMember(admin(), memberId);
    expect((await put(cookie, { origin: OWN })).status).toBe(401);
    const again = await postSignIn("vera@example.com", PASSWORD);
    const reply = await whoAmI(new Request(`${OWN}/x`, { headers: { cookie: sessionCookie(again) } }), context);
    expect(reply.status).toBe(401);
  });

  it("signs a member out everywhere", async () => {
    const memberId = await join("otto@example.com", "manager");
    const cookies = [await signIn("otto@example.com"), await signIn("otto@example.com")];
    expect(await endSessions(admin(), memberId)).toBe(2);
    for (const cookie of cookies) {
      expect((await whoAmI(new Request(`${OWN}/x`, { headers: { cookie } }), context)).status).toBe(401);
    }
  });

  it("does not look at cookies when there is an API key, not even at good ones", async () => {
    const headers = { cookie: await signIn("ada@example.com"), authorization: "Bearer rk_1_wrong" };
    expect((await whoAmI(new Request(`${OWN}/x`, { headers }), context)).status).toBe(401);
  });
});

function admin() {
  if (!organisation.admin) throw new Error("the organisation has an admin");
  return organisation.admin;
}

async function join(email: string, role: Role): Promise<number> {
  const token = await inviteMember(admin(), { email, role });
  await acceptInvitation({ token, name: email, password: PASSWORD });
  const user = await getPrisma().user.findUniqueOrThrow({ where: { email } });
  return (await findMemberOfUser(user.id))!.id!;
}

function postSignIn(email: string, password: string, address = "127.0.0.1"): Promise<Response> {
  return handleAuthRequest(
    new Request(`${OWN}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: OWN, "x-forwarded-for": address },
      body: JSON.stringify({ email, password }),
    }),
  );
}

async function signIn(email: string): Promise<string> {
  const response = await postSignIn(email, PASSWORD);
  expect(response.status).toBe(200);
  return sessionCookie(response);
}

function sessionCookie(response: Response): string {
  const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token"));
  return cookie?.split(";")[0] ?? "";
}

function put(cookie: string, headers: Record<string, string>): Promise<Response> {
  const request = new Request(`${OWN}/x`, {
    method: "PUT",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: '{"to":"x"}',
  });
  return change(request, context);
}
