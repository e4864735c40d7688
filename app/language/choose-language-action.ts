"use server";

import { cookies } from "next/headers";
import { currentMemberIfAny } from "@/lib/auth/current-member";
import { publicAction } from "@/lib/http/public-action";
import { CHOSEN_LANGUAGE_COOKIE, LANGUAGE_COOKIE } from "@/lib/i18n/language-cookies";
import { chooseLanguage } from "@/lib/members/choose-language";
import { chooseLanguageSchema } from "@/lib/schemas/language";
import { LANGUAGE_COOKIE_OPTIONS } from "./language-cookie-options";

export const chooseLanguageAction = publicAction({ input: chooseLanguageSchema }, async ({ input }) => {
  const member = await currentMemberIfAny();
  if (member) await chooseLanguage(member, input.language);
  const jar = await cookies();
  jar.set(LANGUAGE_COOKIE, input.language, LANGUAGE_COOKIE_OPTIONS);
  if (!member) jar.set(CHOSEN_LANGUAGE_COOKIE, input.language, { ...LANGUAGE_COOKIE_OPTIONS, maxAge: 3600 });
});
