import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";

/** An import that someone stopped: what came in until then. */
export function ImportCancelled({ view }: Readonly<{ view: ImportView }>) {
  const t = useTranslations("imports.cancelled");
  const locale = localeOf(useLocale());
  const counts = {
    created: formatCount(view.counts.created, locale),
    updated: formatCount(view.counts.updated, locale),
  };
  return (
    <Notice title={t("title")} role="status">
      <div className="grid justify-items-start gap-3">
        <p>{t("body", counts)}</p>
        <ButtonLink href="/imports/new">{t("again")}</ButtonLink>
      </div>
    </Notice>
  );
}
