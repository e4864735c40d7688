import { APIError } from "better-auth/api";
import { getPrisma } from "@/lib/db/prisma";
import { AppError } from "@/lib/errors";
import { type Language, parseLanguage } from "@/lib/format/languages";
import { findMemberOfUser } from "./find-member-of-user";
import { getAuth } from "./get-auth";
import type { Member } from "./member";

/** Who signed in, and the language she chose, if she ever did. */
export type SignedIn = Readonly<{ member: Member; language: Language | undefined }>;

/**
 * Signs a person in; inside a server action the session cookie is set on the answer.
 * @throws AppError unauthenticated for a wrong pair, rate-limited after too many attempts, forbidden without a membership
 */
export async function signIn(
  { email, password }: Readonly<{ email: string; password: string }>,
  headers: Headers,
): Promise<SignedIn> {
  const { token, user } = await getAuth()
    .api.signInEmail({ body: { email, password }, headers })
    .catch((error: unknown) => {
      throw error instanceof APIError ? toAppError(error) : error;
    });
  const member = await findMemberOfUser(user.id);
  if (member) {
    const row = await getPrisma().user.findUniqueOrThrow({ where: { id: user.id }, select: { language: true } });
    return { member, language: parseLanguage(row.language) };
  }
  await getPrisma().session.deleteMany({ where: { token } });
  throw new AppError("forbidden", "This account belongs to no organisation any more.");
}

function toAppError(error: APIError): AppError {
  if (error.statusCode === 429) return new AppError("rate-limited", "Too many attempts. Wait a little and try again.");
  return new AppError("unauthenticated", "This e-mail address and password do not belong together.");
}
