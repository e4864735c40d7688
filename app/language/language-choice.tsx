import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { chooseLanguageAction } from "./choose-language-action";

/** The languages to choose from, wherever a page offers them. */
export async function LanguageChoice() {
  const t = await getTranslations("common");
  return <LanguageSwitch action={chooseLanguageAction} current={await getLocale()} legend={t("language")} />;
}
