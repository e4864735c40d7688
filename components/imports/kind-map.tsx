"use client";

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { StepProps } from "./step-props";

const SHOWN_KINDS = 100;

/** Kinds of the file that the catalogue has not, each to be one of the catalogue or a new one. */
export function KindMap({ view, state, choices, preview, onChange }: StepProps) {
  const t = useTranslations("imports.kinds");
  const locale = localeOf(useLocale());
  const found = unknownKinds(preview?.kinds ?? [], view.dryRun?.newKinds ?? [], state.kindMapping);
  if (found.length === 0) return <p className="text-base text-muted">{preview ? t("none") : t("waiting")}</p>;
  const fallback = t(state.unknownKind === "create" || state.unknownKind === "hold" ? state.unknownKind : "reject");
  const catalogue = choices.kinds.map(({ key, label }) => ({ value: key, label }));
  const shown = found.slice(0, SHOWN_KINDS);
  return (
    <section aria-labelledby="kinds-title" className="grid max-w-3xl gap-3">
      <div className="grid gap-1">
        <h3 id="kinds-title" className="text-base font-semibold text-ink">
          {t("title", { count: found.length })}
        </h3>
        <p className="text-base text-muted">{t("lead")}</p>
      </div>
      <ul className="grid border-t border-line">
        {shown.map(({ name, rows }) => (
          <li
            key={name}
            className="grid gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_16rem] sm:items-center"
          >
            <span className="min-w-0 break-words text-ink">
              {name}
              {rows > 0 ? (
                <span className="ms-2 text-sm text-muted">
                  {t("rows", { count: rows, text: formatCount(rows, locale) })}
                </span>
              ) : null}
            </span>
            <Select
              aria-label={t("kindOf", { name })}
              value={state.kindMapping[name] ?? ""}
              options={[{ value: "", label: fallback }, ...catalogue]}
              onChange={(event) => onChange({ kindMapping: { ...state.kindMapping, [name]: event.target.value } })}
            />
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className="text-sm text-muted">{t("more", { count: found.length - shown.length })}</p>
      ) : null}
    </section>
  );
}

type Counted = Readonly<{ name: string; rows: number }>;

/** What the first rows and the last check found, and what was mapped already, each once. */
function unknownKinds(
  seen: readonly (Counted & Readonly<{ known: string | null }>)[],
  checked: readonly Counted[],
  mapped: Readonly<Record<string, string>>,
): Counted[] {
  const rows = new Map<string, number>();
  for (const { name, known, rows: count } of seen) if (known === null || mapped[name]) rows.set(name, count);
  for (const { name, rows: count } of checked) rows.set(name, count);
  for (const [name, kind] of Object.entries(mapped)) if (kind !== "" && !rows.has(name)) rows.set(name, 0);
  return [...rows].map(([name, count]) => ({ name, rows: count }));
}
