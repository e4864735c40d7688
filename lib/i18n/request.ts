import { getRequestConfig } from "next-intl/server";
import { englishMessages } from "./english-messages";

/** One language so far; the locale is the place where a second one will be chosen. */
export default getRequestConfig(async () => ({ locale: "en", messages: englishMessages, timeZone: "UTC" }));
