import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import { RefreshWhile } from "./refresh-while";
import { ResumeButton } from "./resume-button";

const EVERY_MS = 1000;

/** A check or an import that is under way, or that was interrupted. */
export function ImportProgress({ view }: Readonly<{ view: ImportView }>) {
  const t = useTranslations("imports");
  const locale = localeOf(useLocale());
  const { done, total } = view.progress;
  const rows = formatCount(view.counts.rows, locale);
  if (view.isInterrupted) {
    return (
      <Notice tone="warn" title={t("interrupted.title")}>
        <div className="grid gap-3">
          <p>{t("interrupted.body", { rows })}</p>
          <ResumeButton importId={view.id} />
        </div>
      </Notice>
    );
  }
  const phase = view.status === "running" ? "running" : "checking";
  return (
    <Notice title={t(`${phase}.title`)} role="status">
      <div className="grid gap-3">
        <p>{t(`${phase}.body`)}</p>
        <ProgressBar label={t(`${phase}.label`)} done={done} {...(total > 0 ? { total } : {})}>
          {phase === "running" && total > 0
            ? t("running.rows", { rows, percent: Math.floor((done / total) * 100) })
            : null}
        </ProgressBar>
        <RefreshWhile everyMs={EVERY_MS} />
      </div>
    </Notice>
  );
}
