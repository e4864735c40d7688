import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import { ImportCounts } from "./import-counts";
import { RejectsTable } from "./rejects-table";

/** How an import ended: its counts, the way to undo it, and the rows that were rejected. */
export function ImportResult({ view, undo }: Readonly<{ view: ImportView; undo: ReactNode }>) {
  const t = useTranslations("imports");
  const isDone = view.status === "succeeded";
  const changed = view.counts.created + view.counts.updated > 0;
  const failedTitle = changed ? t("failedHalfway.title") : t("failed.title");
  return (
    <div className="grid gap-6">
      <Notice
        tone={isDone ? "good" : "bad"}
        title={isDone ? t("done.title") : failedTitle}
        role={isDone ? "status" : "alert"}
      >
        {isDone ? (changed ? t("done.scores") : null) : `${view.error ?? ""} ${changed ? "" : t("failed.again")}`}
      </Notice>
      {view.counts.rows > 0 ? (
        <Card>
          <ImportCounts counts={view.counts} />
        </Card>
      ) : null}
      {view.counts.held > 0 ? (
        <p className="text-base">
          <TextLink href={`/imports/held?importId=${view.id}`}>{t("done.held", { count: view.counts.held })}</TextLink>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isDone ? (
          <ButtonLink href="/risk" variant="primary">
            {t("done.toRisk")}
          </ButtonLink>
        ) : null}
        {undo}
      </div>
      {view.rejects.length > 0 ? <Rejected view={view} /> : null}
    </div>
  );
}

function Rejected({ view }: Readonly<{ view: ImportView }>) {
  const t = useTranslations("imports.rejects");
  const locale = localeOf(useLocale());
  const count = formatCount(view.counts.rejected, locale);
  return (
    <Section
      title={t("title")}
      description={t("first", { shown: formatCount(view.rejects.length, locale), count })}
      actions={
        <a
          href={`/api/v1/imports/${view.id}/rejects.csv`}
          download
          className="text-accent underline underline-offset-2"
        >
          {t("download")}
        </a>
      }
    >
      <RejectsTable rejects={view.rejects} />
    </Section>
  );
}
