import { getLocale, getMessages } from "next-intl/server";
import { LANGUAGES } from "@/lib/format/languages";
import { translateLabels } from "@/lib/i18n/translate-labels";

/** How the page at hand says the labels that a new organisation starts with; what people wrote stays theirs. */
export async function ownLabels(): Promise<<T>(view: T) => T> {
  if ((await getLocale()) === LANGUAGES[0]) return (view) => view;
  const { defaults } = await getMessages();
  return (view) => translateLabels(view, defaults);
}
