import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/format/format-count";
import { localeOf } from "@/lib/format/locale-of";
import type { ImportView } from "@/lib/imports/import-view";

const SHOWN_KINDS = 8;

type DryRun = NonNullable<ImportView["dryRun"]>;

/** What is possible and yet probably wrong, why rows would be refused, and which kinds would be new: one line each. */
export function DryRunWarnings({ dryRun }: Readonly<{ dryRun: DryRun }>) {
  const t = useTranslations("imports.warnings");
  const lines = useLines(dryRun);
  if (lines.length === 0) return <p className="text-base text-muted">{t("none")}</p>;
  return (
    <div className="grid gap-2">
      <h4 className="text-base font-semibold text-ink">{t("title")}</h4>
      <ul className="measure grid list-disc gap-1.5 ps-5 text-base text-ink">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useLines({ warnings, faults, newKinds, unknownCustomers }: DryRun): string[] {
  const t = useTranslations("imports.warnings");
  const codes = useTranslations("imports.faults");
  const locale = localeOf(useLocale());
  const counted = (rows: number) => ({ count: rows, rows: formatCount(rows, locale) });
  const ofWarnings = warnings.map(({ code, kind, rows, examples }) => {
    const [first] = examples;
    const example = { line: formatCount(first?.line ?? 0, locale), text: first?.text ?? "" };
    return t(code, { ...counted(rows), ...example, kind: kind ?? "" });
  });
  const ofFaults = faults.map(({ name, rows }) =>
    t("fault", { ...counted(rows), why: codes.has(name) ? codes(name) : name }),
  );
  const names = newKinds.slice(0, SHOWN_KINDS).map(({ name }) => `“${name.slice(0, 60)}”`);
  const ofKinds = newKinds.length === 0 ? [] : [t("newKinds", { count: newKinds.length, names: names.join(", ") })];
  const ofCustomers = unknownCustomers === 0 ? [] : [t("unknownCustomers", counted(unknownCustomers))];
  return [...ofWarnings, ...ofFaults, ...ofKinds, ...ofCustomers];
}
