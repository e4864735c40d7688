import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { GET as unknownAddress } from "@/app/api/v1/[...path]/route";
import { GET as openApi } from "@/app/api/v1/openapi.json/route";
import { POST as recompute } from "@/app/api/v1/scores/recompute/route";
import { API_ENDPOINTS } from "@/lib/http/api-endpoints";
import packageJson from "@/package.json" with { type: "json" };
import { call, makeOrganisation } from "./call-api";
import { ENDPOINTS } from "./endpoints";

describe("GET /openapi.json", () => {
  it("lists every route file that exists, with every method it has, and no other", async () => {
    const response = openApi();
    expect(response.status).toBe(200);
    const { openapi, paths } = await response.json();
    expect(openapi).toMatch(/^3\.1/);
    const described = Object.entries<object>(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const existing: string[] = [];
    const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith("/route.ts"))) {
      const path = `/${file.slice(0, -"/route.ts".length)}`.replace(/\[(\w+)\]/g, "{$1}");
      if (path === "/openapi.json" || path.includes("[...")) continue;
      const exported = await import(/* @vite-ignore */ resolve("app/api/v1", file));
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => method in exported);
      existing.push(...methods.map((method) => `${method} ${path}`));
    }
    expect(described.sort()).toEqual(existing.sort());
    const open = API_ENDPOINTS.filter(({ scope }) => scope === null).length;
    expect(ENDPOINTS).toHaveLength(existing.length - open);
  });
});

describe("GET /api/health", () => {
  it("needs no key, counts what waits, and tells nothing of anyone", async () => {
    const { admin } = await makeOrganisation("Health");
    const before = await (await health()).json();
    await call(recompute, { key: admin, method: "POST", body: {} });
    const response = await health();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      status: "ok",
      database: "ok",
      jobs: { queued: before.jobs.queued + 1, oldestSeconds: expect.any(Number) },
      version: packageJson.version,
    });
  });
});

it("an address that is none answers 404 as problem details", async () => {
  const { status, headers, json } = await call(unknownAddress, {});
  expect(status).toBe(404);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(json).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 404 });
});
