import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import { newApiKey } from "@/lib/auth/api-key-format";
import type { Action } from "@/lib/auth/roles";
import type { ApiScope } from "@/lib/auth/scopes";
import { systemMember } from "@/lib/auth/system-member";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { createOrganisation } from "@/lib/organisations/create-organisation";

let ours = 0;
let theirs = 0;

beforeAll(async () => {
  ours = (await createOrganisation({ name: "Ours", admin: null })).organisationId;
  theirs = (await createOrganisation({ name: "Theirs", admin: null })).organisationId;
});

describe("an API key", () => {
  it("opens its organisation and no other", async () => {
    for (const organisationId of [ours, theirs]) {
      const key = await keyOf(organisationId, ["read"]);
      const response = await call(reading, key);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ organisationId, actor: "api-key", id: null, scopes: ["read"] });
    }
  });

  it("needs no Origin for a change: it is not a cookie", async () => {
    const response = await call(writing, await keyOf(ours, ["write"]), { method: "POST", body: '{"n":1}' });
    expect(response.status).toBe(200);
  });

  it("does not open when it is forged, cut, longer, or moved to another organisation", async () => {
    const key = await keyOf(ours, ["admin"]);
    const [prefix, , ...secret] = key.split("_");
    for (const wrong of [
      newApiKey(ours),
      key.slice(0, -1),
      `${key}A`,
      [prefix, theirs.toString(36), ...secret].join("_"),
      "rk_",
      "x",
      `rk_zik0zj_${"A".repeat(43)}`,
    ]) {
      expect((await call(reading, wrong)).status, wrong).toBe(401);
    }
    for (const authorization of ["", "Bearer", `Basic ${key}`, key, `Bearer ${key} ${key}`]) {
      const request = new Request("http://127.0.0.1:3000/x", { headers: { authorization } });
      const response = await reading(request, { params: Promise.resolve({}) });
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
    }
  });

  it("does not open once it is expired or revoked", async () => {
    const expired = await keyOf(ours, ["read"], 1);
    await withTenant(ours, (tx) => tx.$executeRaw`UPDATE api_key SET expires_at = now() WHERE expires_at IS NOT NULL`);
    expect((await call(reading, expired)).status).toBe(401);
    const revoked = await keyOf(ours, ["read"]);
    const [newest] = await listApiKeys(systemMember(ours));
    await revokeApiKey(systemMember(ours), newest!.id);
    expect((await call(reading, revoked)).status).toBe(401);
    await expect(revokeApiKey(systemMember(ours), newest!.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is bounded by its scopes", async () => {
    const statusOf = async (scopes: ApiScope[], handler: typeof reading, method = "GET") =>
      (await call(handler, await keyOf(ours, scopes), method === "GET" ? {} : { method, body: '{"n":1}' })).status;
    expect(await statusOf(["write"], reading)).toBe(403);
    expect(await statusOf(["read"], writing, "POST")).toBe(403);
    expect(await statusOf(["read", "write"], members)).toBe(403);
    expect(await statusOf(["read", "write"], writing, "POST")).toBe(200);
    for (const [handler, method] of [
      [reading, "GET"],
      [writing, "POST"],
      [members, "GET"],
    ] as const) {
      expect(await statusOf(["admin"], handler, method)).toBe(200);
    }
  });

  it("of another organisation can be neither seen nor revoked", async () => {
    const foreign = (await listApiKeys(systemMember(theirs)))[0]!;
    expect((await listApiKeys(systemMember(ours))).map((key) => key.id)).not.toContain(foreign.id);
    await expect(revokeApiKey(systemMember(ours), foreign.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is nowhere in the database, and notes when it was used", async () => {
    const key = await keyOf(ours, ["read"]);
    await call(reading, key);
    const rows = await withTenant(ours, (tx) => tx.apiKey.findMany({ orderBy: { createdAt: "desc" } }));
    // The random part, which may have an underscore in it.
    expect(JSON.stringify(rows)).not.toContain(key.slice(-43));
    expect(rows[0]!.lastUsedAt).not.toBeNull();
  });
});

describe("the gate", () => {
  it("answers problem details for what is wrong", async () => {
    const key = await keyOf(ours, ["write"]);
    const ask = async (init: RequestInit) => {
      const response = await call(writing, key, { method: "POST", ...init });
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      const problem = await response.json();
      expect(problem).toMatchObject({ type: expect.any(String), title: expect.any(String), status: response.status });
      return problem;
    };
    expect(await ask({ body: "{" })).toMatchObject({ status: 400 });
    expect(await ask({ body: `{"n":${" ".repeat(2_000)}1}` })).toMatchObject({ status: 413 });
    expect(await ask({ body: '{"n":1}', headers: { "content-type": "text/plain" } })).toMatchObject({ status: 415 });
    expect(await ask({ body: '{"n":"1","m":2}' })).toMatchObject({
      status: 422,
      errors: [
        { path: "n", code: "invalid-type" },
        { path: "m", code: "unknown-field" },
      ],
    });
  });

  it("says what a person can act on, and of a bug nothing but its number", async () => {
    const key = await keyOf(ours, ["read"]);
    const busy = await call(failing(new AppError("rate-limited", "Slowly.", { retryAfterSeconds: 7 })), key);
    expect([busy.status, busy.headers.get("Retry-After")]).toEqual([429, "7"]);
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect((await call(failing(away), key)).status).toBe(503);
    const bug = await call(failing(new Error("secret detail in /etc/passwd")), key);
    const body = await bug.text();
    expect(bug.status).toBe(500);
    expect(body).not.toContain("secret");
    expect(JSON.parse(body)).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it("hands a raw body over unread", async () => {
    const upload = route({ action: "imports.write", scope: "write", raw: true }, async ({ body }) => ({
      text: await new Response(body).text(),
    }));
    const init = { method: "PUT", body: "a,b\n1,2", headers: { "content-type": "text/csv" } };
    const response = await call(upload, await keyOf(ours, ["write"]), init);
    expect(await response.json()).toEqual({ text: "a,b\n1,2" });
  });

  it("answers 204 for nothing, and a Response as it is", async () => {
    const key = await keyOf(ours, ["read"]);
    const nothing = route({ action: "customers.read", scope: "read" }, () => undefined);
    const own = route({ action: "customers.read", scope: "read" }, () => new Response("x", { status: 202 }));
    expect((await call(nothing, key)).status).toBe(204);
    expect((await call(own, key)).status).toBe(202);
  });
});

const reading = route({ action: "customers.read", scope: "read" }, ({ member }) => member);
const members = route({ action: "members.read", scope: "admin" }, () => ({}));
const writing = route(
  { action: "customers.write", scope: "write", body: z.object({ n: z.number() }), bodyLimitBytes: 1_000 },
  ({ body }) => body,
);

function failing(error: Error) {
  const spec: { action: Action; scope: ApiScope } = { action: "customers.read", scope: "read" };
  return route(spec, () => Promise.reject(error));
}

function keyOf(organisationId: number, scopes: ApiScope[], expiresInDays?: number): Promise<string> {
  return createApiKey(systemMember(organisationId), { name: "Test", scopes, expiresInDays });
}

function call(handler: typeof reading, key: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", ...init.headers };
  return handler(new Request("http://127.0.0.1:3000/x", { ...init, headers }), { params: Promise.resolve({}) });
}
