import { countAttempt } from "@/lib/auth/count-attempt";
import { AppError } from "@/lib/errors";
import type { SetUp } from "@/lib/schemas/organisation";
import { type CreatedOrganisation, createOrganisation } from "./create-organisation";
import { hasOrganisation } from "./has-organisation";
import { claimSetupToken, isSetupToken, storeSetupToken } from "./setup-token";

const ATTEMPTS = 20;
const WINDOW_SECONDS = 600;

/**
 * First run: whoever holds the one-time token makes the first organisation and becomes its admin.
 * @throws AppError conflict when there is an organisation, forbidden for a wrong token, rate-limited after 20 attempts
 */
export async function setUpInstallation(request: SetUp): Promise<CreatedOrganisation> {
  const retryAfterSeconds = await countAttempt("set-up", ATTEMPTS, WINDOW_SECONDS);
  if (retryAfterSeconds > 0) {
    throw new AppError("rate-limited", "Too many attempts. Wait a little and try again.", { retryAfterSeconds });
  }
  if (await hasOrganisation()) throw new AppError("conflict", "This installation is set up already. Sign in instead.");
  if (!((await isSetupToken(request.token)) && (await claimSetupToken(request.token)))) {
    const message = "This is not the token from the log of the server, or it was used already.";
    throw new AppError("forbidden", message, { issues: [{ path: "token", code: "wrong-token", message }] });
  }
  const { organisationName, name, email, password } = request;
  try {
    return await createOrganisation({ name: organisationName, admin: { name, email, password } });
  } catch (error) {
    // Nothing was made, so the token has not served its purpose.
    await storeSetupToken(request.token);
    throw error;
  }
}
