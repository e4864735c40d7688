import { useLocale, useTranslations } from "next-intl";
import { LineDetails } from "@/components/ui/line-details";
import type { ChangeLine } from "@/lib/charts/change-lines";
import { formatPoints } from "@/lib/format/format-points";
import { localeOf } from "@/lib/format/locale-of";
import type { ChangeView } from "@/lib/ledger/ledger-view";
import { ChangeDetails } from "./change-details";
import { ChangeWords } from "./change-words";

type ChangeLineRowProps = Readonly<{
  line: ChangeLine;
  zero: number;
  change: ChangeView;
  currency: string;
  timeZone: string;
}>;

/** One cause: its words, its bar from the zero line, its points; opens to what is behind it. */
export function ChangeLineRow({ line, zero, change, currency, timeZone }: ChangeLineRowProps) {
  const t = useTranslations("ledger");
  const reasons = useTranslations("risk.reasons");
  const points = formatPoints(line.points, localeOf(useLocale()), 1);
  const row = (
    <span className="grid grid-cols-[minmax(0,1fr)_3.5rem] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_7rem_3.5rem]">
      <span className="min-w-0">
        <ChangeWords line={line} change={change} />
      </span>
      <svg aria-hidden="true" className="h-3.5 w-full overflow-visible max-sm:hidden">
        <rect
          x={`${line.offset}%`}
          width={`${line.width}%`}
          y="1"
          height="12"
          rx="1.5"
          className={line.points < 0 ? "fill-good" : "fill-ink"}
        />
        <line x1={`${zero}%`} x2={`${zero}%`} y1="-11" y2="25" className="stroke-edge" strokeWidth="1" />
      </svg>
      <span className="text-end font-medium tabular-nums">
        <span aria-hidden>{points}</span>
        <span className="sr-only">{reasons(line.points < 0 ? "lowers" : "raises", { points })}</span>
      </span>
    </span>
  );
  if (line.cause === "unexplained") {
    return (
      <div className="overflow-hidden border-b border-line py-2 ps-6">
        {row}
        <p className="measure text-sm text-faint">{t("unexplainedNote")}</p>
      </div>
    );
  }
  return (
    <LineDetails line={row}>
      <ChangeDetails line={line} change={change} currency={currency} timeZone={timeZone} />
    </LineDetails>
  );
}
