import { useLocale, useTranslations } from "next-intl";
import { ReasonSentence } from "@/components/risk/reason-sentence";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";
import type { Book } from "@/lib/home/read-book";
import { BookList } from "./book-list";

type WaveringSectionProps = Readonly<{ wavering: Book["wavering"]; timeZone: string }>;

/** Who is wavering now, since when and why, the most likely to leave first. */
export function WaveringSection({ wavering: { count, rows }, timeZone }: WaveringSectionProps) {
  const t = useTranslations("home.book.wavering");
  const risk = useTranslations("risk");
  const locale = localeOf(useLocale());
  return (
    <Section title={t("title")} description={count > 0 ? t("description") : t("none")}>
      {count > 0 ? (
        <BookList
          label={t("title")}
          rows={rows}
          note={({ topReason }) => (topReason ? <ReasonSentence text={topReason} /> : risk("noReason"))}
          end={({ stageSinceMs, timeLeft }) => (
            <>
              {timeLeft ? <span className="block">{t("left", timeLeft)}</span> : null}
              <span className="text-muted">{t("since", { date: formatDay(stageSinceMs, locale, timeZone) })}</span>
            </>
          )}
        />
      ) : null}
      {count > rows.length ? <p className="text-sm text-muted">{t("more", { count: count - rows.length })}</p> : null}
    </Section>
  );
}
