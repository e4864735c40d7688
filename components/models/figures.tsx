import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatFigure } from "@/lib/format/format-figure";
import { localeOf } from "@/lib/format/locale-of";
import type { TrainingReport } from "@/lib/schemas/training-report";
import { CalibrationPlot } from "./calibration-plot";
import { IntervalPlot } from "./interval-plot";
import { LiftPlot } from "./lift-plot";

const FIGURES = ["auc", "lift10", "averagePrecision", "ece", "slope", "brier", "logLoss"] as const;
const MODELS = ["candidate", "rules", "plain", "constant"] as const;

/** How good a model is: in pictures first, then every figure beside simpler models, each in plain words. */
export function Figures({ training }: Readonly<{ training: TrainingReport }>) {
  const t = useTranslations("models.figures");
  return (
    <Section title={t("title")} description={t("description")}>
      <div className="grid gap-x-16 gap-y-10">
        <IntervalPlot models={training.models} />
        <div className="grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-2">
          <CalibrationPlot bins={training.calibration} />
          <LiftPlot steps={training.lift} test={training.test} />
        </div>
        <FigureTable models={training.models} />
      </div>
    </Section>
  );
}

function FigureTable({ models }: Readonly<{ models: TrainingReport["models"] }>) {
  const t = useTranslations("models.figures");
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="text-base font-semibold">{t("table")}</h3>
      <Table caption={t("caption")} className="max-w-6xl">
        <thead>
          <tr>
            <Th>{t("figure")}</Th>
            {MODELS.map((model) => (
              <Th key={model} align="end">
                {t(`models.${model}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((name) => (
            <tr key={name}>
              <Th scope="row" className="max-w-96 min-w-64">
                {t(`names.${name}`)}
                <span className="block text-sm font-normal text-muted">{t(`hints.${name}`)}</span>
              </Th>
              {MODELS.map((model) => (
                <Td key={model} align="end" className={model === "candidate" ? "font-medium" : "text-muted"}>
                  <Figure {...models[model][name]} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Figure({ value, low, high }: TrainingReport["models"]["candidate"]["auc"]) {
  const t = useTranslations("models.figures");
  const locale = localeOf(useLocale());
  if (value === null) return t("undefined");
  return (
    <>
      {formatFigure(value, locale)}
      {low === null || high === null ? null : (
        <span className="block text-sm font-normal text-muted">
          {t("range", { low: formatFigure(low, locale), high: formatFigure(high, locale) })}
        </span>
      )}
    </>
  );
}
