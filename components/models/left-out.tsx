import { useTranslations } from "next-intl";
import type { PanelReport } from "@/lib/schemas/training-report";

type LeftOutProps = Readonly<{ panel: PanelReport; kindLabels: ReadonlyMap<string, string> }>;

/** What a model must not learn from, since nobody knew it then or it only says that it is over. */
export function LeftOut({ panel, kindLabels }: LeftOutProps) {
  const t = useTranslations("models.source");
  const notOver = panel.dates.reduce((sum, date) => sum + date.notOver, 0);
  const kinds = panel.excludedKinds.map(({ kind }) => t("guardKind", { kind: kindLabels.get(kind) ?? kind }));
  const lines = [
    t("guardAsOf"),
    t("guardArrival"),
    t("guardNotOver", { count: notOver }),
    t("guardGone"),
    ...(kinds.length > 0 ? kinds : [t("guardKinds")]),
  ];
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-base font-semibold">{t("guards")}</h3>
      <ul className="measure grid list-disc gap-1.5 ps-5 text-base text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
