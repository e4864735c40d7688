import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Environment } from "@/lib/env";

const SECRET = "s".repeat(32);
const NAMES = [
  "DATABASE_URL",
  "BETTER_AUTH_SECRET",
  "DATA_DIR",
  "BASE_URL",
  "REKINDLE_DEMO",
  "LOG_LEVEL",
  "API_REQUESTS_PER_MINUTE",
];

/** The environment as a process that starts with these variables and no others of ours reads it. */
async function read(variables: Readonly<Record<string, string>>): Promise<Environment> {
  vi.resetModules();
  for (const name of NAMES) vi.stubEnv(name, variables[name]);
  const { env } = await import("@/lib/env");
  return env();
}

const enough = { DATABASE_URL: "postgresql://u:p@127.0.0.1:5432/rekindle", BETTER_AUTH_SECRET: SECRET };

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe("the environment", () => {
  it("needs a database and a secret, and has defaults for the rest", async () => {
    expect(await read(enough)).toMatchObject({
      ...enough,
      ...{ DATA_DIR: ".data", BASE_URL: "http://127.0.0.1:3000", REKINDLE_DEMO: false, LOG_LEVEL: "info" },
      API_REQUESTS_PER_MINUTE: 60_000,
    });
  });

  it.each([
    ["true", true],
    ["1", true],
    ["false", false],
    ["0", false],
  ])("reads REKINDLE_DEMO=%s as %s, never any text as yes", async (text, expected) => {
    expect((await read({ ...enough, REKINDLE_DEMO: text })).REKINDLE_DEMO).toBe(expected);
  });

  it.each([
    ["DATABASE_URL", "mysql://u:p@127.0.0.1/x", "DATABASE_URL must be a postgresql:// address"],
    ["DATABASE_URL", "rekindle", "DATABASE_URL must be a postgresql:// address"],
    ["DATABASE_URL", "", "DATABASE_URL must be a postgresql:// address"],
    ["BETTER_AUTH_SECRET", "short", "BETTER_AUTH_SECRET must have at least 32 characters"],
    ["BETTER_AUTH_SECRET", "s".repeat(31), "BETTER_AUTH_SECRET must have at least 32 characters"],
    ["BASE_URL", "not an address", "BASE_URL"],
    ["REKINDLE_DEMO", "perhaps", "REKINDLE_DEMO"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL"],
    ["API_REQUESTS_PER_MINUTE", "", "API_REQUESTS_PER_MINUTE must be a whole number"],
    ["API_REQUESTS_PER_MINUTE", "-1", "API_REQUESTS_PER_MINUTE must be a whole number"],
    ["API_REQUESTS_PER_MINUTE", "1e3", "API_REQUESTS_PER_MINUTE must be a whole number"],
  ])("refuses %s=%j and names it", async (name, value, message) => {
    await expect(read({ ...enough, [name]: value })).rejects.toThrow(message);
  });

  it("names everything that is missing at once, and no secret", async () => {
    const failure = await read({ BETTER_AUTH_SECRET: "hunter2" }).catch((error: Error) => error.message);
    expect(failure).toMatch(/^The environment is not usable\./);
    expect(failure).toContain("DATABASE_URL");
    expect(failure).toContain("BETTER_AUTH_SECRET");
    expect(failure).not.toContain("hunter2");
  });

  it("is read once", async () => {
    const first = await read(enough);
    vi.stubEnv("DATA_DIR", "elsewhere");
    const { env } = await import("@/lib/env");
    expect(env()).toBe(first);
  });
});
