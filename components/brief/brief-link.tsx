import { useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { TextLink } from "@/components/ui/text-link";

type BriefLinkProps = Readonly<{ externalId: string /** ISO day; left out: today. */; asOf?: string | undefined }>;

/** To the story of a customer on one page. */
export function BriefLink({ externalId, asOf }: BriefLinkProps) {
  const t = useTranslations("brief");
  return (
    <span className="no-print text-sm">
      <TextLink href={`${customerPath(externalId)}/brief${asOf ? `?asOf=${asOf}` : ""}`}>{t("link")}</TextLink>
    </span>
  );
}
