import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <div className="grid justify-items-start gap-5">
      <PageHeader title={t("notFound.title")} lead={t("notFound.body")} />
      <ButtonLink href="/risk">{t("notFound.toRisk")}</ButtonLink>
    </div>
  );
}
