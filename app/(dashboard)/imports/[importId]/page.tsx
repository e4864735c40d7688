import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { formatBytes } from "@/components/imports/format-bytes";
import { ImportAbout } from "@/components/imports/import-about";
import { ImportCancelled } from "@/components/imports/import-cancelled";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportResult } from "@/components/imports/import-result";
import { UndoButton } from "@/components/imports/undo-button";
import { UndoResult } from "@/components/imports/undo-result";
import { Wizard } from "@/components/imports/wizard";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { AppError } from "@/lib/errors";
import { formatCount } from "@/lib/format/format-count";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import { readImport } from "@/lib/imports/read-import";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import { importIdParams } from "@/lib/schemas/import-options";
import { wizardChoices } from "./wizard-choices";

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
  const dayOf = (instant: string | undefined) => (instant ? formatDay(instant, locale, timeZone) : "");
  const when = dayOf(view.createdAt);
  const facts = {
    type: view.type,
    name: view.filename,
    size: formatBytes(view.sizeBytes, locale),
    by: view.createdBy,
    when,
  };
  const isChecking = view.status === "dry-run" && !view.isChecked && view.error === null;
  const isOver = view.status === "succeeded" || view.status === "failed";
  const undo =
    view.canBeUndone && mayDo(member, "imports.write") ? (
      <UndoButton
        importId={view.id}
        created={formatCount(view.counts.created, locale)}
        updated={formatCount(view.counts.updated, locale)}
      />
    ) : null;
  const isOpen = ["uploaded", "dry-run", "failed"].includes(view.status) && !isChecking && view.counts.created === 0;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={view.filename}
        lead={t("file.lead", facts)}
        above={<TextLink href="/imports">{t("back")}</TextLink>}
      />
      {isOver ? <ImportResult view={view} undo={undo} /> : null}
      {isChecking || view.status === "running" || view.status === "undoing" ? <ImportProgress view={view} /> : null}
      {view.status === "undone" ? <UndoResult view={view} timeZone={timeZone} /> : null}
      {isOver || undo === null ? null : <div>{undo}</div>}
      {isOpen && view.knownFrom ? (
        <Notice tone="warn">
          {t("file.before", {
            when: formatDay(view.knownFrom.finishedAt, locale, timeZone),
            count: view.knownFrom.created,
            created: formatCount(view.knownFrom.created, locale),
          })}
        </Notice>
      ) : null}
      {view.status === "dry-run" && view.error ? (
        <Notice tone="bad" title={t("problem.title")}>
          {view.error}
        </Notice>
      ) : null}
      {view.status === "cancelled" ? <ImportCancelled view={view} /> : null}
      {isOpen && mayDo(member, "imports.write") ? (
        <Wizard
          view={view}
          choices={await wizardChoices(member, timeZone)}
          savedWhen={dayOf(view.savedMapping?.usedAt)}
        />
      ) : null}
      {isOpen ? null : <ImportAbout view={view} startedWhen={view.startedAt && dayOf(view.startedAt)} />}
    </div>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}
