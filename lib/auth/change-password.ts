import { APIError } from "better-auth/api";
import { AppError } from "@/lib/errors";
import { countAttempt } from "./count-attempt";
import { getAuth } from "./get-auth";

const ATTEMPTS = 10;
const WINDOW_SECONDS = 600;

/**
 * Gives the signed-in person a new password and ends her other sessions; this one goes on under a new cookie.
 * @throws AppError forbidden for a wrong current password, rate-limited after 10 attempts
 */
export async function changePassword(
  actorId: string,
  { currentPassword, newPassword }: Readonly<{ currentPassword: string; newPassword: string }>,
  headers: Headers,
): Promise<void> {
  const retryAfterSeconds = await countAttempt(`change-password:${actorId}`, ATTEMPTS, WINDOW_SECONDS);
  if (retryAfterSeconds > 0) {
    throw new AppError("rate-limited", "Too many attempts. Wait a little and try again.", { retryAfterSeconds });
  }
  await getAuth()
    .api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true }, headers })
    .catch((error: unknown) => {
      if (!(error instanceof APIError)) throw error;
      const message = "This is not your current password.";
      throw new AppError("forbidden", message, {
        issues: [{ path: "currentPassword", code: "wrong-password", message }],
      });
    });
}
