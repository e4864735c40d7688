import { getAuth } from "./get-auth";

/** What Better Auth answers over HTTP. Everything else it could do is ours to offer, by invitation or not at all. */
const OPEN: ReadonlySet<string> = new Set(["GET /get-session", "POST /sign-in/email", "POST /sign-out"]);

const BASE_PATH = "/api/auth";

/** Answers /api/auth/…: sign-in, sign-out and the session, and 404 for the rest. */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(BASE_PATH.length);
  if (!OPEN.has(`${request.method} ${path}`)) return new Response(null, { status: 404 });
  const response = await getAuth().handler(request);
  const retryAfter = response.headers.get("X-Retry-After");
  if (retryAfter) response.headers.set("Retry-After", retryAfter);
  return response;
}
