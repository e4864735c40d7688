import { useTranslations } from "next-intl";
import { customerPath } from "@/components/risk/customer-path";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { isoDay } from "@/lib/format/iso-day";
import type { JourneySearch } from "@/lib/schemas/journey-search";

type ReplayBarProps = Readonly<{
  externalId: string;
  search: JourneySearch;
  asOfMs: number;
  isReplay: boolean;
  timeZone: string;
}>;

/** Asks for the page as it was on another day; a plain form, which works without JavaScript. */
export function ReplayBar({ externalId, search, asOfMs, isReplay, timeZone }: ReplayBarProps) {
  const t = useTranslations("journey.replay");
  const id = "replay-day";
  return (
    <form action={customerPath(externalId)} className="no-print flex flex-wrap items-center gap-2 text-sm text-muted">
      <label htmlFor={id}>{t("label")}</label>
      <span className="w-44">
        <Input
          id={id}
          type="date"
          name="asOf"
          required
          min="1970-01-02"
          max={isReplay ? undefined : isoDay(asOfMs, timeZone)}
          defaultValue={search.asOf ?? isoDay(asOfMs, timeZone)}
        />
      </span>
      {search.lane ? <input type="hidden" name="lane" value={search.lane} /> : null}
      {search.range === "1y" ? null : <input type="hidden" name="range" value={search.range} />}
      <Button size="sm" type="submit">
        {t("show")}
      </Button>
    </form>
  );
}
