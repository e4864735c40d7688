import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { Book } from "@/lib/home/read-book";
import { BookChangesSection } from "./book-changes-section";
import { EndingSection } from "./ending-section";
import { RenewalsSection } from "./renewals-section";
import { WaveringSection } from "./wavering-section";

type BookViewProps = Readonly<{ book: Book; nowMs: number; timeZone: string }>;

/** An account manager's morning: the book in one breath, then what changed, who wavers, what renews, what ends. */
export function BookView({ book, nowMs, timeZone }: BookViewProps) {
  const t = useTranslations("home.book");
  return (
    <div className="grid gap-10">
      <div className="grid gap-4">
        <p className="story max-w-[62ch] text-xl text-muted">
          {t.rich("summary", {
            customers: book.customers,
            atRisk: book.atRisk,
            wavering: book.wavering.count,
            renewals: book.renewals.within[0]?.count ?? 0,
            b: (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>,
          })}
        </p>
        <ButtonLink href={`/risk?owner=${book.ownerId}`} className="w-fit">
          {t("all")}
        </ButtonLink>
      </div>
      <div className="grid gap-x-16 gap-y-12 xl:grid-cols-2">
        <div className="grid min-w-0 content-start gap-12">
          <BookChangesSection book={book} />
          <EndingSection ending={book.ending} timeZone={timeZone} />
        </div>
        <div className="grid min-w-0 content-start gap-12">
          <WaveringSection wavering={book.wavering} timeZone={timeZone} />
          <RenewalsSection renewals={book.renewals} nowMs={nowMs} timeZone={timeZone} />
        </div>
      </div>
    </div>
  );
}
