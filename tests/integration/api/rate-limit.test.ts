import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { call, type Handler, makeOrganisation, type TestOrganisation } from "./call-api";

let ours: TestOrganisation;
let settings: Handler;
let touchpoints: Handler;

beforeAll(async () => {
  vi.stubEnv("API_REQUESTS_PER_MINUTE", "5");
  vi.resetModules();
  settings = (await import("@/app/api/v1/settings/route")).GET;
  touchpoints = (await import("@/app/api/v1/touchpoints/route")).POST;
  ours = await makeOrganisation("Limited");
});

afterAll(() => vi.unstubAllEnvs());

describe("a key that sends too many requests", () => {
  it("is told when to come back, whatever it asks for, and other keys are not", async () => {
    for (let sent = 0; sent < 5; sent += 1) expect((await call(settings, { key: ours.read })).status).toBe(200);
    const refused = await call(settings, { key: ours.read });
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({ title: "Too many requests", detail: expect.stringContaining("5 requests") });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(12);
    const body = { touchpoints: [] };
    expect((await call(touchpoints, { key: ours.read, method: "POST", body })).status).toBe(429);
    expect((await call(touchpoints, { key: ours.write, method: "POST", body })).status).toBe(422);
  });

  it("that is no key is refused as one, not counted", async () => {
    for (let sent = 0; sent < 8; sent += 1) {
      expect((await call(settings, { key: `${ours.admin}x` })).status).toBe(401);
    }
    expect((await call(settings, { key: ours.admin })).status).toBe(200);
  });
});
