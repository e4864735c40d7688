import { randomUUID } from "node:crypto";
import { ERROR_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Problem } from "@/lib/schemas/problem";
import { toAppError } from "./to-app-error";

const TITLE: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported type",
  422: "Not as expected",
  429: "Too many requests",
  503: "Unavailable",
};

/**
 * Any failure as problem details (RFC 9457). A bug is logged under an id, and only the id is shown.
 * @param request named in the log by method and path, without its query
 */
export function problemResponse(error: unknown, request: Request): Response {
  const expected = toAppError(error);
  if (!expected) return bugResponse(error, request);
  const status = ERROR_STATUS[expected.code];
  const headers = new Headers();
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="rekindle"');
  if (expected.retryAfterSeconds !== undefined) headers.set("Retry-After", String(expected.retryAfterSeconds));
  if (status === 503) log().warn({ err: error }, "unavailable");
  return problem(
    {
      type: `urn:rekindle:problem:${expected.code}`,
      title: TITLE[status] ?? "Failed",
      status,
      detail: expected.message,
      ...(expected.issues.length > 0 ? { errors: [...expected.issues] } : {}),
    },
    headers,
  );
}

function bugResponse(error: unknown, request: Request): Response {
  const id = randomUUID();
  log().error({ err: error, errorId: id, method: request.method, path: new URL(request.url).pathname }, "bug");
  const detail = `Something went wrong on our side. It is logged as ${id}.`;
  return problem({ type: "urn:rekindle:problem:bug", title: "Internal error", status: 500, detail, id }, new Headers());
}

function problem(body: Problem, headers: Headers): Response {
  headers.set("Content-Type", "application/problem+json");
  headers.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
