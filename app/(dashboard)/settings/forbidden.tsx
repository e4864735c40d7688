import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** What a member sees on a page that her role may not open. */
export default async function Forbidden() {
  const t = await getTranslations("errors.forbiddenPage");
  return (
    <EmptyState title={t("title")} action={<ButtonLink href="/risk">{t("toRisk")}</ButtonLink>}>
      {t("body")}
    </EmptyState>
  );
}
