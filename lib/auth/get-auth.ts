import { prismaAdapter } from "@better-auth/prisma-adapter";
import { betterAuth } from "better-auth";
import { nextCookies } from "better-auth/next-js";
import { getPrisma } from "@/lib/db/prisma";
import { env } from "@/lib/env";
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/schemas/member";
import { forgetSignInAttempts, limitSignInAttempts, SIGN_IN_WINDOW_SECONDS } from "./limit-sign-in-attempts";

type Auth = ReturnType<typeof createAuth>;

let auth: Auth | undefined;

/** Better Auth: who a person is, and the sessions. Made at first use, so that a build needs no database and no secret. */
export function getAuth(): Auth {
  auth ??= createAuth();
  return auth;
}

// Organisations, roles and invitations are our own tables: Better Auth's cannot have the tenant first in their keys.
function createAuth() {
  const base = new URL(env().BASE_URL);
  return betterAuth({
    appName: "Rekindle",
    baseURL: base.origin,
    secret: env().BETTER_AUTH_SECRET,
    database: prismaAdapter(getPrisma(), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: { level: "error" },
    trustedOrigins: [base.origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    session: {
      expiresIn: 30 * 24 * 3600,
      updateAge: 24 * 3600,
      additionalFields: { activeOrganisationId: { type: "number", required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/email": { window: SIGN_IN_WINDOW_SECONDS, max: 60 } },
    },
    advanced: {
      // Cookies ignore the port: two installations on one machine must not end each other's sessions.
      cookiePrefix: base.port ? `rekindle-${base.port}` : "rekindle",
      useSecureCookies: base.protocol === "https:",
    },
    hooks: { before: limitSignInAttempts, after: forgetSignInAttempts },
    plugins: [nextCookies()],
  });
}
