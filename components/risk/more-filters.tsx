import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { CATEGORIES } from "@/lib/kinds/categories";
import { type LeaderboardSearch, MORE_FILTERS } from "./leaderboard-href";

const RENEWAL_DAYS = ["7", "14", "30", "60", "90", "180"];

/** What is asked less often, behind one word that says how much of it is set. */
export function MoreFilters({ search }: Readonly<{ search: LeaderboardSearch }>) {
  const t = useTranslations("board.filters");
  const categories = useTranslations("kinds.categories");
  const active = MORE_FILTERS.filter((name) => search[name] !== undefined).length;
  const days = [...new Set([...RENEWAL_DAYS, ...(search.renewsWithin ? [search.renewsWithin] : [])])];
  const field = (name: (typeof MORE_FILTERS)[number]) => ({
    key: `${name} ${search[name] ?? ""}`,
    name,
    label: t(name),
    defaultValue: search[name] ?? "",
  });
  return (
    <details className="group w-full" open={active > 0}>
      <summary className="flex w-fit items-center gap-1 text-sm text-muted transition-colors hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {active > 0 ? t("active", { count: active }) : t("more")}
      </summary>
      <div className="grid grid-cols-2 gap-x-3 gap-y-3 pt-3 @3xl:grid-cols-4 @6xl:grid-cols-5">
        <Choice
          {...field("category")}
          options={[["", t("anyCategory")], ...CATEGORIES.map((category) => [category, categories(category)] as const)]}
        />
        <Choice
          {...field("renewsWithin")}
          options={[
            ["", t("anyRenewal")],
            ...days.map((day) => [day, t("renewsDays", { days: Number(day) })] as const),
          ]}
        />
        <Choice
          {...field("change")}
          options={[
            ["", t("anyChange")],
            ["worse", t("changes.worse")],
            ["better", t("changes.better")],
            ["any", t("changes.any")],
          ]}
        />
        <Choice
          {...field("judgement")}
          options={[
            ["", t("anyJudgement")],
            ["disagrees", t("disagrees")],
          ]}
        />
        <Choice
          {...field("snoozed")}
          options={[
            ["", t("snoozes.hide")],
            ["only", t("snoozes.only")],
            ["all", t("snoozes.all")],
          ]}
        />
        <TextField {...field("mrrFrom")} inputMode="decimal" pattern="\d{1,12}(\.\d{1,3})?" />
        <TextField {...field("mrrTo")} inputMode="decimal" pattern="\d{1,12}(\.\d{1,3})?" />
        <TextField {...field("tag")} maxLength={200} />
        <TextField {...field("traits")} maxLength={200} hint={t("traitsHint")} />
      </div>
    </details>
  );
}

type ChoiceProps = Readonly<{
  name: string;
  label: string;
  defaultValue: string;
  options: readonly (readonly [value: string, label: string])[];
}>;

function Choice({ options, ...rest }: ChoiceProps) {
  return <SelectField {...rest} options={options.map(([value, label]) => ({ value, label }))} />;
}
