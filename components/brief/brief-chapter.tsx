import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { StoryChapter, StoryEvent } from "@/lib/journey/tell-story";

/** One stage of the story: when, how much happened, and what stood out. */
export function BriefChapter({ chapter, timeZone }: Readonly<{ chapter: StoryChapter; timeZone: string }>) {
  const t = useTranslations("brief");
  const stages = useTranslations("risk.stages");
  const locale = localeOf(useLocale());
  const day = (atMs: number) => formatDay(atMs, locale, timeZone);
  const kinds = chapter.kinds.map(({ label, count }) => t("kind", { label, count })).join(", ");
  return (
    <li className="grid gap-1 break-inside-avoid">
      <h3 className="font-semibold text-ink">
        {stages(chapter.stage)}{" "}
        <span className="font-normal text-muted tabular-nums">
          {chapter.toMs === null
            ? t("since", { from: day(chapter.fromMs) })
            : t("between", { from: day(chapter.fromMs), to: day(chapter.toMs) })}
        </span>
      </h3>
      <p className="story text-ink">
        {t("chapter", { count: chapter.count, against: chapter.against, for: chapter.speaksFor })}{" "}
        {kinds ? t("mostly", { kinds }) : null}
      </p>
      {chapter.events.length > 0 ? (
        <ul className="grid gap-0.5 pt-1 text-base">
          {chapter.events.map((event, at) => (
            <li key={`${event.atMs} ${at}`} className="grid grid-cols-[7rem_1fr] gap-x-4">
              <span className="text-sm text-muted tabular-nums">{dayOf(event)}</span>
              <bdi className="text-ink">
                {event.type === "outcome" ? t(`outcomes.${event.outcome}`) : event.kindLabel}
              </bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );

  /** An outcome has a calendar day, whatever the zone. */
  function dayOf({ type, atMs }: StoryEvent): string {
    return type === "outcome" ? formatDate(new Date(atMs).toISOString().slice(0, 10), locale) : day(atMs);
  }
}
