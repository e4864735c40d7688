import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatCount } from "@/lib/format/format-count";
import { formatDuration } from "@/lib/format/format-duration";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";
import { importSpeed } from "./import-speed";
import { ImportStepButton } from "./import-step-button";
import { RefreshWhile } from "./refresh-while";

const EVERY_MS = 1000;
const PHASES = { running: "running", undoing: "undoing" } as const;

/** A check, an import or an undo that is under way, or that was interrupted. */
export function ImportProgress({ view }: Readonly<{ view: ImportView }>) {
  const t = useTranslations("imports");
  const locale = localeOf(useLocale());
  if (view.isInterrupted) {
    const isUndo = view.status === "undoing";
    return (
      <Notice tone="warn" title={t(isUndo ? "undoInterrupted.title" : "interrupted.title")}>
        <div className="grid gap-3">
          <p>
            {isUndo
              ? t("undoInterrupted.body")
              : t("interrupted.body", { rows: formatCount(view.counts.rows, locale) })}
          </p>
          <ImportStepButton importId={view.id} step="resume" variant="primary">
            {t("interrupted.resume")}
          </ImportStepButton>
        </div>
      </Notice>
    );
  }
  const phase = view.status === "running" || view.status === "undoing" ? PHASES[view.status] : "checking";
  const { done, total } = view.progress;
  return (
    <Notice title={t(`${phase}.title`)} role="status">
      <div className="grid gap-3">
        <p>{t(`${phase}.body`)}</p>
        <ProgressBar label={t(`${phase}.label`)} done={done} {...(total > 0 ? { total } : {})}>
          <Facts view={view} />
        </ProgressBar>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <ImportStepButton importId={view.id} step="cancel" size="sm">
            {t(`${phase}.stop`)}
          </ImportStepButton>
          {phase === "running" ? <span className="text-sm text-muted">{t("running.stopHint")}</span> : null}
        </div>
        <RefreshWhile everyMs={EVERY_MS} />
      </div>
    </Notice>
  );
}

/** How far it is, how fast it goes and how long it will take. */
function Facts({ view }: Readonly<{ view: ImportView }>) {
  const t = useTranslations("imports");
  const locale = localeOf(useLocale());
  const { done, total } = view.progress;
  if (total <= 0) return null;
  const percent = Math.floor((Math.min(done, total) / total) * 100);
  if (view.status !== "running") return <>{t("checking.percent", { percent })}</>;
  const speed = importSpeed(view.counts.rows, view.elapsedSeconds, view.progress);
  const parts = [
    t("running.rows", { rows: formatCount(view.counts.rows, locale), percent }),
    ...(speed
      ? [
          t("running.speed", { speed: formatCount(Math.round(speed.rowsPerSecond), locale) }),
          t("running.left", { left: formatDuration(speed.secondsLeft, locale) }),
        ]
      : []),
  ];
  return <>{parts.join(" · ")}</>;
}
