import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/format/format-day";
import { localeOf } from "@/lib/format/locale-of";

type Word = Readonly<{ key: string; atMs: number; from: string; text: string }>;

/** What was said or noted, in its own words; says so where there is nothing. */
export function BriefWords({
  title,
  words,
  timeZone,
}: Readonly<{ title: string; words: readonly Word[]; timeZone: string }>) {
  const t = useTranslations("brief");
  const locale = localeOf(useLocale());
  return (
    <Section title={title}>
      {words.length === 0 ? <p className="text-muted">{t("noWords")}</p> : null}
      <ul className="grid gap-3">
        {words.map((word) => (
          <li key={word.key} className="grid gap-0.5 break-inside-avoid">
            <q dir="auto" className="story measure break-words whitespace-pre-line text-ink">
              {word.text}
            </q>
            <p className="text-sm text-muted">
              <bdi>{word.from}</bdi>, <span className="tabular-nums">{formatDay(word.atMs, locale, timeZone)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
