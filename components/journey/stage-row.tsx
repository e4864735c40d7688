import { useTranslations } from "next-intl";
import type { JourneyChart } from "@/lib/charts/journey-chart";
import type { Stage } from "@/lib/stages/stages";
import { PlotRow } from "./plot-row";

const TONES: Readonly<Record<Stage, string>> = {
  courtship: "bg-ink/5 text-ink",
  honeymoon: "bg-ink/8 text-ink",
  established: "bg-ink/12 text-ink",
  wavering: "bg-at-risk-soft text-ink border-b-2 border-at-risk",
  departed: "bg-ink text-paper",
  returned: "bg-good-soft text-ink border-b-2 border-good",
};

/** The stages of the relationship as a ribbon. */
export function StageRow({ ribbon }: Readonly<{ ribbon: JourneyChart["ribbon"] }>) {
  const t = useTranslations("journey.chart");
  const stages = useTranslations("risk.stages");
  return (
    <PlotRow label={t("stages")} className="mt-2">
      <div className="relative h-6">
        {ribbon.map((part) => (
          <span
            key={part.x}
            title={stages(part.stage)}
            className={`absolute inset-y-0 truncate border-paper px-1.5 text-xs leading-6 not-last:border-e-2 ${TONES[part.stage]}`}
            style={{ left: `${part.x}%`, width: `${part.width}%` }}
          >
            {stages(part.stage)}
          </span>
        ))}
      </div>
    </PlotRow>
  );
}
