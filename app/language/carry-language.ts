import { cookies } from "next/headers";
import type { SignedIn } from "@/lib/auth/sign-in";
import { parseLanguage } from "@/lib/format/languages";
import { CHOSEN_LANGUAGE_COOKIE, LANGUAGE_COOKIE } from "@/lib/i18n/language-cookies";
import { chooseLanguage } from "@/lib/members/choose-language";
import { LANGUAGE_COOKIE_OPTIONS } from "./language-cookie-options";

/** Lets this browser read the language of whoever has just signed in, or keeps what was chosen on the way in for her. */
export async function carryLanguage({ member, language }: SignedIn): Promise<void> {
  const jar = await cookies();
  const chosen = parseLanguage(jar.get(CHOSEN_LANGUAGE_COOKIE)?.value);
  if (chosen && chosen !== language) await chooseLanguage(member, chosen);
  jar.delete(CHOSEN_LANGUAGE_COOKIE);
  const now = chosen ?? language;
  if (now) jar.set(LANGUAGE_COOKIE, now, LANGUAGE_COOKIE_OPTIONS);
}
