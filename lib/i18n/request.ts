import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { parseLanguage } from "@/lib/format/languages";
import { preferredLanguage } from "@/lib/format/preferred-language";
import { LANGUAGE_COOKIE } from "./language-cookies";
import { messagesOf } from "./messages-of";

/**
 * The language of a page: the one last chosen in this browser or brought along by signing in, else what the browser asks
 * for. It comes from the cookie and not from the database, so that a page can say that the database is away.
 */
export default getRequestConfig(async () => {
  const chosen = parseLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value);
  const language = chosen ?? preferredLanguage((await headers()).get("accept-language"));
  return { locale: language, messages: messagesOf(language), timeZone: "UTC" };
});
