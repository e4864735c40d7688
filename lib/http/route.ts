import type { z } from "zod";
import { identifyRequest } from "@/lib/auth/identify-request";
import type { Member } from "@/lib/auth/member";
import { refuseTooMany } from "@/lib/auth/refuse-too-many";
import { refuseUnlessMay } from "@/lib/auth/refuse-unless-may";
import type { Action } from "@/lib/auth/roles";
import type { ApiScope } from "@/lib/auth/scopes";
import { AppError } from "@/lib/errors";
import { parseInput } from "./parse-input";
import { problemResponse } from "./problem-response";
import { readJsonBody } from "./read-json-body";
import { readQuery } from "./read-query";

/** What a route asks of a request before its handler runs. */
export type RouteSpec<Query, Params, Body> = Readonly<{
  /** What is done, for the table of roles and scopes. */
  action: Action;
  /** The scope an API key needs, or several of which one is enough; a key with `admin` has them all. */
  scope: ApiScope | readonly ApiScope[];
  query?: z.ZodType<Query>;
  params?: z.ZodType<Params>;
  body?: z.ZodType<Body>;
  /** The largest JSON body; 1 MiB unless told. */
  bodyLimitBytes?: number;
  /** The handler streams `body` itself: nothing of it is read, checked or limited here. */
  raw?: boolean;
  /** The status of a result that is not a Response: 200 unless told. */
  status?: 200 | 201 | 202;
}>;

/** What a handler is given: everything parsed, and who asks. */
export type RouteInput<Query, Params, Body> = Readonly<{
  member: Member;
  query: Query;
  params: Params;
  body: Body;
  request: Request;
}>;

/** A plain object or a list (JSON), a Response as it is, or nothing (204). */
export type RouteResult = object | undefined;

type RouteHandler<Query, Params, Body> = (input: RouteInput<Query, Params, Body>) => Promise<RouteResult> | RouteResult;

type NextHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

const DEFAULT_BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * The only gate of the API. Identifies the sender (API key or session cookie, never both), refuses too many requests of a
 * key and a wrong role or scope, parses params, query and body strictly, calls the handler and answers JSON, or problem details when something is wrong.
 * @param spec what the route asks of a request
 * @param handler one call into lib/<noun>
 */
export function route<Query = undefined, Params = undefined>(
  spec: RouteSpec<Query, Params, never> & { raw: true },
  handler: RouteHandler<Query, Params, ReadableStream<Uint8Array> | null>,
): NextHandler;
export function route<Query = undefined, Params = undefined, Body = undefined>(
  spec: RouteSpec<Query, Params, Body> & { raw?: false },
  handler: RouteHandler<Query, Params, Body>,
): NextHandler;
export function route<Query, Params, Body>(
  spec: RouteSpec<Query, Params, Body>,
  handler: RouteHandler<Query, Params, Body>,
): NextHandler {
  return async (request, context) => {
    try {
      const member = await identifyRequest(request);
      refuseTooMany(member);
      refuseUnlessMay(member, spec.action);
      refuseOtherScopes(member, spec.scope);
      const params = parseInput(spec.params, await context.params, "address");
      const query = readQuery(spec.query, request.url);
      const body = await readBody(spec, request);
      return toResponse(await handler({ member, query, params, body, request }), spec.status ?? 200);
    } catch (error) {
      return problemResponse(error, request);
    }
  };
}

function refuseOtherScopes(member: Member, scope: ApiScope | readonly ApiScope[]): void {
  const needed = typeof scope === "string" ? [scope] : scope;
  if (member.actor !== "api-key" || member.scopes.includes("admin")) return;
  if (needed.some((one) => member.scopes.includes(one))) return;
  throw new AppError("forbidden", `This API key does not have the scope ${needed.join(" or ")}.`);
}

async function readBody<Body>(spec: RouteSpec<unknown, unknown, Body>, request: Request): Promise<Body> {
  if (spec.raw) return request.body as Body;
  if (!spec.body) return undefined as Body;
  const json = await readJsonBody(request, spec.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES);
  return parseInput(spec.body, json, "body");
}

function toResponse(result: RouteResult, status: number): Response {
  if (result instanceof Response) return result;
  if (result === undefined) return new Response(null, { status: 204 });
  // With its length known, an answer of a few bytes is not compressed, which would take longer than a small request does.
  const json = Buffer.from(JSON.stringify(result));
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": String(json.length),
    "Cache-Control": "no-store",
  };
  return new Response(json, { status, headers });
}
