import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SearchForm } from "@/components/ui/search-form";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerSort, StageFilter } from "@/lib/schemas/customer-list";
import { type LeaderboardSearch, leaderboardHref } from "./leaderboard-href";
import { MoreFilters } from "./more-filters";

type FiltersProps = Readonly<{
  search: LeaderboardSearch;
  owners: readonly Readonly<{ id: number; name: string }>[];
  stages: readonly StageFilter[];
  sorts: readonly CustomerSort[];
}>;

/** Search and filters as a plain form: what is asked ends up in the address, with or without JavaScript. */
export function LeaderboardFilters({ search, owners, stages, sorts }: FiltersProps) {
  const t = useTranslations("risk.filters");
  const board = useTranslations("board.filters");
  const sortNames = useTranslations("risk.sorts");
  const ownerOptions = [
    { value: "", label: t("anyOwner") },
    ...owners.map((owner) => ({ value: String(owner.id), label: owner.name })),
    { value: "me", label: board("mine") },
    { value: "none", label: t("noOwner") },
  ];
  const asked = JSON.stringify(search);
  const { columns, density, view, sort, stage, cursor: _, ...rest } = search;
  const filtered = stage !== "current" || Object.values(rest).some((value) => value !== undefined && value !== "");
  return (
    <SearchForm
      asked={asked}
      action="/risk"
      role="search"
      aria-label={t("label")}
      className="@container no-print grid gap-2"
    >
      {Object.entries({ band: search.band, columns: columns?.join(","), density, view }).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="grid grid-cols-2 items-center gap-2 @4xl:flex">
        <span className="relative col-span-2 @4xl:w-72">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 start-2.5 size-4 -translate-y-1/2 text-faint"
          />
          <Input
            type="search"
            name="q"
            defaultValue={search.q ?? ""}
            maxLength={200}
            aria-label={t("search")}
            placeholder={t("search")}
            className="ps-8"
          />
        </span>
        <Select
          key={`owner ${search.owner ?? ""}`}
          name="owner"
          defaultValue={search.owner ?? ""}
          aria-label={t("owner")}
          options={ownerOptions}
          className="@4xl:w-44"
        />
        <Select
          key={`stage ${search.stage}`}
          name="stage"
          defaultValue={search.stage}
          aria-label={t("stage")}
          options={stages.map((value) => ({ value, label: t(`stages.${value}`) }))}
          className="@4xl:w-48"
        />
        <Select
          key={`sort ${search.sort}`}
          name="sort"
          defaultValue={search.sort}
          aria-label={t("sort")}
          options={sorts.map((value) => ({ value, label: sortNames(value) }))}
          className="@4xl:hidden"
        />
        <Button type="submit">{t("apply")}</Button>
        {filtered ? (
          <TextLink
            href={leaderboardHref({ sort, stage: "current", columns, density, view }, {})}
            className="col-span-2 text-sm @4xl:ms-1"
          >
            {t("reset")}
          </TextLink>
        ) : null}
      </div>
      <MoreFilters search={search} />
    </SearchForm>
  );
}
