import { useTranslations } from "next-intl";
import { MarkShape } from "./journey-mark";

const MARKS = [
  { key: "against", valence: -1 },
  { key: "for", valence: 1 },
  { key: "neither", valence: 0 },
] as const;

/** How to read the marks. */
export function MarkKey() {
  const t = useTranslations("journey.key");
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      {MARKS.map((mark) => (
        <li key={mark.key} className="flex items-center gap-1.5">
          <svg viewBox="-6 -6 12 12" className="size-3" aria-hidden="true">
            <MarkShape valence={mark.valence} radius={4.5} />
          </svg>
          {t(mark.key)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg viewBox="-10 -10 20 20" className="size-4.5" aria-hidden="true">
          <circle r="8" className="fill-critical/15 stroke-critical" strokeWidth="1.75" />
          <MarkShape valence={-1} radius={3.5} />
        </svg>
        {t("distress")}
      </li>
      <li>{t("many")}</li>
    </ul>
  );
}
