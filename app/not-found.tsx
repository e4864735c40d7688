import { getTranslations } from "next-intl/server";
import { NarrowPage } from "@/components/shell/narrow-page";
import { ButtonLink } from "@/components/ui/button-link";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <NarrowPage title={t("notFound.title")} lead={t("notFound.body")}>
      <div>
        <ButtonLink href="/risk">{t("notFound.toRisk")}</ButtonLink>
      </div>
    </NarrowPage>
  );
}
