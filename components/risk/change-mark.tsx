import { useLocale, useTranslations } from "next-intl";
import { formatPoints } from "@/lib/format/format-points";
import { localeOf } from "@/lib/format/locale-of";

/** The change of a risk in points: worse points up, better points down, and says so. */
export function ChangeMark({ points }: Readonly<{ points: number }>) {
  const t = useTranslations("risk");
  const text = formatPoints(points, localeOf(useLocale()));
  if (text === "0") {
    return (
      <span className="text-faint">
        <span aria-hidden>{text}</span>
        <span className="sr-only">{t("changes.steady")}</span>
      </span>
    );
  }
  const worse = points > 0;
  return (
    <span className={`inline-flex items-center gap-1 font-medium ${worse ? "text-ink" : "text-good"}`}>
      <svg viewBox="0 0 8 8" aria-hidden="true" className={`size-2 ${worse ? "text-at-risk" : "rotate-180"}`}>
        <path d="M4 1 7.5 7h-7Z" fill="currentColor" />
      </svg>
      <span aria-hidden>{text}</span>
      <span className="sr-only">{t(worse ? "changes.worse" : "changes.better", { points: text })}</span>
    </span>
  );
}
