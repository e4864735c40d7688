import { AppError } from "@/lib/errors";
import { findMemberOfApiKey } from "./find-member-of-api-key";
import { findMemberOfSession } from "./find-member-of-session";
import type { Member } from "./member";
import { refuseForeignOrigin } from "./refuse-foreign-origin";

const READS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Who sends a request: the holder of an API key when there is an Authorization header (cookies are then not looked at), or
 * else the member of the session cookie.
 * @throws AppError 401 without a valid identity; 403 for a change by cookie that another site may have sent
 */
export async function identifyRequest(request: Request): Promise<Member> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const key = /^bearer +([!-~]{1,200})$/i.exec(authorization)?.[1];
    const member = key ? await findMemberOfApiKey(key) : undefined;
    if (!member) throw new AppError("unauthenticated", "This API key is not valid: unknown, expired or revoked.");
    return member;
  }
  // Without a cookie nobody's browser is being used, and the answer is simply 401.
  if (!READS.has(request.method) && request.headers.has("cookie")) refuseForeignOrigin(request.headers);
  const member = await findMemberOfSession(request.headers);
  if (!member) throw new AppError("unauthenticated", "Sign in, or send an API key as Authorization: Bearer <key>.");
  return member;
}
