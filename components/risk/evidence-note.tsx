import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { ScoreView } from "@/lib/customers/customer-view";
import { formatList } from "@/lib/format/format-list";
import { localeOf } from "@/lib/format/locale-of";
import { RECENT_DAYS } from "@/lib/scoring/reasons/has-thin-evidence";

/** How much is known: a badge where it is too little, and what is missing. */
export function EvidenceNote({ score }: Readonly<{ score: Pick<ScoreView, "evidence" | "missing"> }>) {
  const t = useTranslations("risk");
  const locale = localeOf(useLocale());
  const { recentTouchpoints, facts } = score.missing;
  const missing = formatList(
    facts.map((fact) => t(`missing.${fact}`)),
    locale,
  );
  return (
    <p className="measure flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {score.evidence === "thin" ? <Tag tone="warn">{t("thin")}</Tag> : null}
      <span>
        {t(`customer.evidence.${score.evidence}`, { count: recentTouchpoints, days: RECENT_DAYS })}{" "}
        {facts.length > 0 ? t("customer.missing", { missing }) : null}
      </span>
    </p>
  );
}
