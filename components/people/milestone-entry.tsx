import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { daysUntil } from "@/lib/format/days-until";
import { formatDate } from "@/lib/format/format-day";
import { formatRelativeDays } from "@/lib/format/format-relative-days";
import { localeOf } from "@/lib/format/locale-of";
import type { PeopleView } from "@/lib/people/people-view";

type MilestoneEntryProps = Readonly<{
  milestone: PeopleView["milestones"][number];
  nowMs: number;
  timeZone: string;
  change: ReactNode;
}>;

/** A day that matters: what, when, and how far away. */
export function MilestoneEntry({ milestone, nowMs, timeZone, change }: MilestoneEntryProps) {
  const t = useTranslations("people");
  const locale = localeOf(useLocale());
  const { title, nextOn, yearly, isOver } = milestone;
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="grid min-w-0">
        <bdi className={`break-words ${isOver ? "text-muted" : "text-ink"}`}>{title}</bdi>
        <span className="text-sm text-muted tabular-nums">
          {formatDate(nextOn, locale)}, {formatRelativeDays(daysUntil(nextOn, nowMs, timeZone), locale)}
          {yearly ? ` · ${t("yearly")}` : null}
        </span>
      </div>
      {change}
    </li>
  );
}
