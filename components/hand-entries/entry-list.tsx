import { useLocale, useTranslations } from "next-intl";
import { RowForm } from "@/components/settings/row-form";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { HandEntryView } from "@/lib/hand-entries/hand-entry-view";
import type { ServerAction } from "@/lib/http/action-state";

type EntryListProps = Readonly<{
  externalId: string;
  entries: readonly HandEntryView[];
  /** Absent where nothing can be changed: the past. */
  removeAction?: ServerAction<void> | undefined;
  timeZone: string;
}>;

/** What people wrote down, newest first; nothing where nobody did. */
export function EntryList({ externalId, entries, removeAction, timeZone }: EntryListProps) {
  const t = useTranslations("entries");
  const locale = localeOf(useLocale());
  if (entries.length === 0) return null;
  return (
    <Section title={t("list.title")} description={t("list.description")}>
      <ul className="max-w-4xl border-t border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[8rem_1fr_auto]">
            <time
              dateTime={new Date(entry.happenedAtMs).toISOString()}
              className="text-sm text-muted tabular-nums sm:pt-0.5"
            >
              {formatDay(entry.happenedAtMs, locale, entry.type === "outcome" ? "UTC" : timeZone)}
            </time>
            <div className="grid min-w-0 gap-0.5">
              <p className="font-medium text-ink">
                <bdi>{headline(entry)}</bdi>
              </p>
              {entry.note ? (
                <p dir="auto" className="measure break-words whitespace-pre-line text-ink">
                  {entry.note}
                </p>
              ) : null}
              <p className="text-sm text-faint">
                <bdi>{entry.author}</bdi>
              </p>
            </div>
            {removeAction && entry.mayRemove ? (
              <RowForm
                action={removeAction}
                fields={{ externalId, entryId: String(entry.id) }}
                label={t("list.removeLabel", { what: headline(entry) })}
                submit={t("list.remove")}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );

  function headline({ type, kindLabel, outcome }: HandEntryView): string {
    if (type === "touchpoint") return kindLabel ?? t("list.touchpoint");
    return type === "outcome" && outcome ? t(`outcome.types.${outcome}`) : t("list.note");
  }
}
