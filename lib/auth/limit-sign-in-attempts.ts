import { createHash } from "node:crypto";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { countAttempt } from "./count-attempt";
import { forgetAttempts } from "./forget-attempts";

/** The window in which attempts are counted. Better Auth prunes the shared table by it too. */
export const SIGN_IN_WINDOW_SECONDS = 600;
const ATTEMPTS_PER_ACCOUNT = 10;
const ATTEMPTS_PER_ADDRESS = 100;

const PATH = "/sign-in/email";

/**
 * Refuses sign-in after too many attempts for one account, whatever address they come from, or from one address. Better
 * Auth's own limit counts requests by address only, and not at all when a server action calls it.
 */
export const limitSignInAttempts = createAuthMiddleware(async (context) => {
  if (context.path !== PATH) return;
  const account = await countAttempt(accountKey(context.body), ATTEMPTS_PER_ACCOUNT, SIGN_IN_WINDOW_SECONDS);
  const address = await countAttempt(addressKey(context.headers), ATTEMPTS_PER_ADDRESS, SIGN_IN_WINDOW_SECONDS);
  const retryAfterSeconds = Math.max(account, address);
  if (retryAfterSeconds === 0) return;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_ATTEMPTS", message: "Too many attempts to sign in. Wait a little and try again." },
    { "Retry-After": String(retryAfterSeconds) },
  );
});

/** Forgets the attempts of an account once its owner has signed in. */
export const forgetSignInAttempts = createAuthMiddleware(async (context) => {
  if (context.path === PATH && context.context.newSession) await forgetAttempts(accountKey(context.body));
});

function accountKey(body: unknown): string {
  const email = typeof body === "object" && body && "email" in body ? String(body.email) : "";
  return `sign-in:account:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;
}

/** The last hop is the one our own server or proxy wrote; those before it are what the sender says. */
function addressKey(headers: Headers | undefined): string {
  const address = headers?.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
  return `sign-in:address:${address.slice(0, 64)}`;
}
