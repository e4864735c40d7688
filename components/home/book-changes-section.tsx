import { useTranslations } from "next-intl";
import { ChangeMark } from "@/components/risk/change-mark";
import { ReasonSentence } from "@/components/risk/reason-sentence";
import { ChipLinks } from "@/components/ui/chip-links";
import { Section } from "@/components/ui/section";
import type { Book } from "@/lib/home/read-book";
import { BookList } from "./book-list";

/** Whose risk changed since yesterday, or in the past seven days. */
export function BookChangesSection({ book: { changes, since, hasYesterday } }: Readonly<{ book: Book }>) {
  const t = useTranslations("home.book.changes");
  const risk = useTranslations("risk");
  const chips = (["day", "week"] as const).map((one) => ({
    href: one === "week" ? "/?since=week" : "/",
    label: t(one),
    current: since === one,
  }));
  const { rows, worse, better } = changes;
  return (
    <Section
      title={t("title")}
      description={rows.length > 0 ? t("count", { worse, better }) : t("none")}
      actions={hasYesterday ? <ChipLinks label={t("since")} items={chips} stay /> : null}
    >
      {hasYesterday ? null : <p className="measure text-sm text-faint">{t("noYesterday")}</p>}
      {rows.length > 0 ? (
        <BookList
          label={t("title")}
          rows={rows}
          note={({ topReason }) => (topReason ? <ReasonSentence text={topReason} /> : risk("noReason"))}
          end={({ change }) => <ChangeMark points={change} />}
        />
      ) : null}
    </Section>
  );
}
