import { beforeAll, describe, expect, it } from "vitest";
import { AppError, ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem-response";
import { toAppError } from "@/lib/http/to-app-error";
import { problemSchema } from "@/lib/schemas/problem";

beforeAll(() => {
  // The log, which tells of an unavailable database, reads its level from the environment.
  process.env.DATABASE_URL ??= "postgresql://localhost/none";
  process.env.BETTER_AUTH_SECRET ??= "0".repeat(40);
  process.env.BASE_URL = "http://127.0.0.1:3000";
});

const withCode = (code: string, cause?: Error) => Object.assign(new Error("failed", { cause }), { code });
const request = new Request("http://127.0.0.1:3000/api/v1/customers?q=secret");

describe("a failure that the sender can act on", () => {
  it.each([
    ["a server that refuses connections", withCode("ECONNREFUSED")],
    ["a database that shuts down", withCode("57P01")],
    ["a database that starts up", withCode("57P03")],
    ["too many connections", withCode("53300")],
    ["a full disk", withCode("53100")],
    ["Prisma's word for a server that is away", withCode("P1001")],
    ["Prisma's word for a pool without a free connection", withCode("P2024")],
    ["a pool that waited too long", new Error("timeout exceeded when trying to connect")],
    ["a connection that broke", new Error("Connection terminated unexpectedly")],
    ["one that another failure wraps", new Error("query failed", { cause: withCode("X", withCode("57P01")) })],
  ])("is %s: try again later", (_what, error) => {
    expect(toAppError(error)).toMatchObject({ code: "unavailable", retryAfterSeconds: 5 });
  });

  it.each([
    ["a broken constraint", withCode("23505")],
    ["Prisma's word for a duplicate", withCode("P2002")],
    ["a syntax error", withCode("42601")],
    ["a denied table", withCode("42501")],
    ["a thrown text", "57P01"],
    ["nothing", undefined],
    ["a type error", new TypeError("x is not a function")],
  ])("is not %s: that is a bug", (_what, error) => {
    expect(toAppError(error)).toBeUndefined();
  });

  it("ends on a failure that is its own cause", () => {
    const error = new Error("round");
    error.cause = error;
    expect(toAppError(error)).toBeUndefined();
  });
});

describe("problem details", () => {
  it.each(Object.entries(ERROR_STATUS))("give %s the status %i", async (code, status) => {
    const response = problemResponse(new AppError(code as ErrorCode, "Why it failed."), request);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ type: `urn:rekindle:problem:${code}`, status, detail: "Why it failed." });
    expect(problem.title.length).toBeGreaterThan(3);
    expect(problem).not.toHaveProperty("errors");
  });

  it("list the faults, and say when to come back", async () => {
    const issues = [{ row: 3, code: "unknown-kind", message: "There is no such kind." }];
    const response = problemResponse(
      new AppError("rate-limited", "Slowly.", { issues, retryAfterSeconds: 0 }),
      request,
    );
    expect(response.headers.get("Retry-After")).toBe("0");
    expect((await response.json()).errors).toEqual(issues);
  });

  it("ask only those for a key who sent none", () => {
    expect(problemResponse(new AppError("unauthenticated", "x"), request).headers.has("WWW-Authenticate")).toBe(true);
    expect(problemResponse(new AppError("forbidden", "x"), request).headers.has("WWW-Authenticate")).toBe(false);
  });
});
