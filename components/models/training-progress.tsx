import { useLocale, useTranslations } from "next-intl";
import { RefreshWhile } from "@/components/imports/refresh-while";
import { RowForm } from "@/components/settings/row-form";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ServerAction } from "@/lib/http/action-state";
import type { ModelSummary } from "@/lib/models/summarise-model";

const EVERY_MS = 1500;
/** Customers are read twice. */
const PASSES = 2;

type TrainingProgressProps = Readonly<{
  job: NonNullable<ModelSummary["job"]>;
  /** Absent for someone who may only look. */
  cancelAction?: ServerAction<void> | undefined;
}>;

/** How far a training has come, and how to stop it. */
export function TrainingProgress({ job, cancelAction }: TrainingProgressProps) {
  const t = useTranslations("models.progress");
  const locale = localeOf(useLocale());
  const { done, total, unit } = job.progress;
  const count = (value: number) => formatCount(Math.round(value), locale);
  return (
    <Notice title={t("title")} role="status">
      <div className="grid gap-3">
        <p>{t("body")}</p>
        <ProgressBar label={t("label")} done={done} {...(total > 0 ? { total } : {})}>
          {unit === "steps"
            ? t("steps", { done: count(done) })
            : unit === "customers"
              ? t("customers", { done: count(done / PASSES), total: count(total / PASSES) })
              : t("queued")}
        </ProgressBar>
        {cancelAction ? (
          <RowForm action={cancelAction} fields={{ jobId: job.id }} label={t("label")} submit={t("stop")} />
        ) : null}
        <RefreshWhile everyMs={EVERY_MS} />
      </div>
    </Notice>
  );
}
