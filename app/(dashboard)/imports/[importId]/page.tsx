import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DryRunResult } from "@/components/imports/dry-run-result";
import { FileFacts } from "@/components/imports/file-facts";
import { formatBytes } from "@/components/imports/format-bytes";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportResult } from "@/components/imports/import-result";
import { MappingForm } from "@/components/imports/mapping-form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { AppError } from "@/lib/errors";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readImport } from "@/lib/imports/read-import";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { DATE_FORMAT_CHOICES, importIdParams } from "@/lib/schemas/import-options";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params }: Readonly<{ params: Promise<{ importId: string }> }>) {
  const member = await requireMember("imports.read");
  const parsed = importIdParams.safeParse(await params);
  if (!parsed.success) notFound();
  const [view, { timeZone }] = await Promise.all([
    readImport(member, parsed.data.importId).catch(orNotFound),
    readOrganisation(member),
  ]);
  const t = await getTranslations("imports");
  const locale = localeOf(await getLocale());
  const when = formatDay(view.createdAt, locale, timeZone);
  const facts = {
    type: view.type,
    name: view.filename,
    size: formatBytes(view.sizeBytes, locale),
    by: view.createdBy,
    when,
  };
  const isChecking = view.status === "dry-run" && !view.isChecked && view.error === null;
  const isOver = view.status === "succeeded" || view.status === "failed";
  const isOpen = ["uploaded", "dry-run", "failed"].includes(view.status) && !isChecking && view.counts.created === 0;
  return (
    <div className="grid gap-8">
      <PageHeader
        title={view.filename}
        lead={t("file.lead", facts)}
        above={<TextLink href="/imports">{t("back")}</TextLink>}
      />
      {isOver ? <ImportResult view={view} /> : null}
      {isChecking || view.status === "running" ? <ImportProgress view={view} /> : null}
      {isOpen ? <FileFacts detected={view.detected} /> : null}
      {isOpen && view.sameFileImportedAt ? (
        <Notice tone="warn">{t("file.before", { when: formatDay(view.sameFileImportedAt, locale, timeZone) })}</Notice>
      ) : null}
      {view.status === "dry-run" && view.error ? (
        <Notice tone="bad" title={t("problem.title")}>
          {view.error}
        </Notice>
      ) : null}
      {view.status === "dry-run" && view.dryRun ? <DryRunResult dryRun={view.dryRun} /> : null}
      {isOpen && mayDo(member, "imports.write") ? (
        <MappingForm view={view} dateFormats={DATE_FORMAT_CHOICES} organisationZone={timeZone} />
      ) : null}
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
