"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CheckField } from "@/components/ui/check-field";
import { TextField } from "@/components/ui/text-field";
import type { KindFilter } from "@/lib/scoring/signal-spec";
import type { Studio } from "./studio";

type FilterFieldsProps = Readonly<{
  legend: string;
  filter: KindFilter;
  path: string;
  studio: Studio;
  onChange: (filter: KindFilter) => void;
}>;

const VALENCES = [-1, 0, 1] as const;
const MANY_KINDS = 12;

/** Which touchpoints a signal looks at: kinds, categories and what they speak for; nothing chosen means all. */
export function FilterFields({ legend, filter, path, studio, onChange }: FilterFieldsProps) {
  const t = useTranslations("rules.filter");
  const faultId = useId();
  const [search, setSearch] = useState("");
  const faults = ["kinds", "categories", "valences"].flatMap((part) => studio.faultAt(`${path}.${part}`) ?? []);
  const unknown = (filter.kinds ?? []).flatMap((_, at) => studio.faultAt(`${path}.kinds[${at}]`) ?? []);
  const problems = [...faults, ...unknown];
  const wanted = search.trim().toLowerCase();
  const isShown = (kind: Studio["kinds"][number]) =>
    filter.kinds?.includes(kind.key) || `${kind.label} ${kind.key}`.toLowerCase().includes(wanted);
  const toggle = <Part extends keyof KindFilter>(part: Part, one: NonNullable<KindFilter[Part]>[number]) => {
    const before: readonly unknown[] = filter[part] ?? [];
    const after = before.includes(one) ? before.filter((other) => other !== one) : [...before, one];
    const { [part]: _gone, ...rest } = filter;
    onChange(after.length === 0 ? rest : { ...rest, [part]: after });
  };
  const gone = (filter.kinds ?? []).filter((key) => studio.kinds.every((kind) => kind.key !== key));
  return (
    <details className="rounded-md border border-line px-3 py-2" open={problems.length > 0 ? true : undefined}>
      <summary className="cursor-pointer text-sm font-medium" aria-describedby={problems.length ? faultId : undefined}>
        {legend}: <span className="font-normal text-muted">{summary(filter, studio, t)}</span>
      </summary>
      <div className="grid gap-4 py-3">
        {problems.length > 0 ? (
          <p id={faultId} className="text-sm font-medium text-critical">
            {problems.join(" ")}
          </p>
        ) : null}
        <fieldset className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
          <legend className="mb-2 text-sm text-muted">{t("categories")}</legend>
          {studio.categories.map(({ value, label }) => {
            const category = value as NonNullable<KindFilter["categories"]>[number];
            return (
              <CheckField
                key={value}
                label={label}
                checked={filter.categories?.includes(category) ?? false}
                onChange={() => toggle("categories", category)}
              />
            );
          })}
        </fieldset>
        <fieldset className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
          <legend className="mb-2 text-sm text-muted">{t("valences")}</legend>
          {VALENCES.map((valence) => (
            <CheckField
              key={valence}
              label={t(`valence.${valence}`)}
              checked={filter.valences?.includes(valence) ?? false}
              onChange={() => toggle("valences", valence)}
            />
          ))}
        </fieldset>
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm text-muted">{t("kinds")}</legend>
          {studio.kinds.length > MANY_KINDS ? (
            <TextField
              label={t("search")}
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          ) : null}
          <div className="max-h-72 overflow-y-auto">
            <div className="grid gap-x-6 gap-y-2 p-0.5 sm:grid-cols-2">
              {gone.map((key) => (
                <CheckField key={key} label={key} checked onChange={() => toggle("kinds", key)} />
              ))}
              {studio.kinds.filter(isShown).map(({ key, label }) => (
                <CheckField
                  key={key}
                  label={label}
                  checked={filter.kinds?.includes(key) ?? false}
                  onChange={() => toggle("kinds", key)}
                />
              ))}
            </div>
          </div>
        </fieldset>
      </div>
    </details>
  );
}

function summary(filter: KindFilter, studio: Studio, t: ReturnType<typeof useTranslations<"rules.filter">>): string {
  const labels = new Map(studio.kinds.map(({ key, label }) => [key, label]));
  const categories = new Map(studio.categories.map(({ value, label }) => [value, label]));
  const parts = [
    filter.kinds?.map((key) => labels.get(key) ?? key).join(", "),
    filter.categories?.map((key) => categories.get(key) ?? key).join(", "),
    filter.valences?.map((valence) => t(`valence.${valence}`)).join(", "),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? t("all") : parts.join(" · ");
}
