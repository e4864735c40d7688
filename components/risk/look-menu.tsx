import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import type { Density, LeaderboardColumn } from "@/lib/schemas/leaderboard-look";
import type { LeaderboardSearch } from "./leaderboard-href";
import { LookForm } from "./look-form";

type LookMenuProps = Readonly<{
  search: LeaderboardSearch;
  columns: readonly LeaderboardColumn[];
  all: readonly LeaderboardColumn[];
  densities: readonly Density[];
  /** What is asked besides, which the form carries along. */
  query: string;
}>;

/** Which columns there are and how high rows are: a form in a native popover, which works without scripts. */
export function LookMenu({ search, columns, all, densities, query }: LookMenuProps) {
  const t = useTranslations("board.look");
  const names = useTranslations("risk.columns");
  const kept = [...new URLSearchParams(query)].filter(([name]) => name !== "columns" && name !== "density");
  return (
    <div className="no-print relative">
      <Button size="sm" popoverTarget="board-look" className="[anchor-name:--board-look]">
        <Columns3 aria-hidden className="size-4" />
        {t("open")}
      </Button>
      <div
        id="board-look"
        popover="auto"
        className="fixed inset-auto m-0 mt-1 w-64 rounded-md border border-line bg-raised p-4 text-ink shadow-float [position-anchor:--board-look] [position-area:bottom_span-left]"
      >
        <LookForm key={query}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <fieldset className="grid gap-1.5">
            <legend className="mb-1.5 text-sm font-medium">{t("columns")}</legend>
            {all.map((column) => (
              <CheckField
                key={column}
                name="columns"
                value={column}
                label={names(column)}
                defaultChecked={columns.includes(column)}
              />
            ))}
          </fieldset>
          <fieldset className="grid gap-1.5">
            <legend className="mb-1.5 text-sm font-medium">{t("density")}</legend>
            {densities.map((density) => (
              <CheckField
                key={density}
                type="radio"
                name="density"
                value={density}
                label={t(`densities.${density}`)}
                defaultChecked={(search.density ?? "comfortable") === density}
              />
            ))}
          </fieldset>
          <Button type="submit" variant="primary" size="sm">
            {t("apply")}
          </Button>
        </LookForm>
      </div>
    </div>
  );
}
