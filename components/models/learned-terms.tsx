import { useLocale, useTranslations } from "next-intl";
import { ReasonSentence } from "@/components/risk/reason-sentence";
import { Table, Td, Th } from "@/components/ui/table";
import { type EffectSketch, largestEffect, sketchEffect } from "@/lib/charts/effect-sketch";
import { formatPoints } from "@/lib/format/format-points";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";
import type { Scorecard, ScorecardEffect } from "@/lib/models/scorecard";
import { EffectPicture } from "./effect-picture";

/** Levels beyond this many are behind a fold. */
const LEVELS_SHOWN = 3;
/** Signals beyond these are behind a fold. */
const ROWS = 12;

/** What a model learned besides the rules: each signal with its direction in words, its shape drawn, and its points. */
export function LearnedTerms({ terms, isLearned }: Readonly<{ terms: Scorecard["terms"]; isLearned: boolean }>) {
  const t = useTranslations("models.scorecard");
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="text-base font-semibold">{t("terms")}</h3>
      {terms.length === 0 ? (
        <p className="text-base text-muted">{isLearned ? t("noTerms") : t("rulesOnlyTerms")}</p>
      ) : (
        <>
          <TermsTable terms={terms.slice(0, ROWS)} />
          {terms.length > ROWS ? (
            <details>
              <summary className="w-fit cursor-pointer text-accent">
                {t("moreTerms", { count: terms.length - ROWS })}
              </summary>
              <TermsTable terms={terms.slice(ROWS)} />
            </details>
          ) : null}
        </>
      )}
    </div>
  );
}

function TermsTable({ terms }: Pick<Scorecard, "terms">) {
  const t = useTranslations("models.scorecard");
  const locale = localeOf(useLocale());
  return (
    <Table caption={t("termsCaption")} className="max-w-4xl">
      <thead>
        <tr>
          <Th>{t("term")}</Th>
          <Th>{t("shape")}</Th>
          <Th align="end">{t("points")}</Th>
          <Th align="end">{t("missing")}</Th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ column, text, effects, missingPoints, group }) => {
          const sketch = sketchEffect(effects, largestEffect(effects));
          return (
            <tr key={column}>
              <Th scope="row" className="min-w-48">
                <span className="block first-letter:uppercase">
                  <ReasonSentence text={text} />
                </span>
                <span className="block text-sm font-normal text-muted">
                  {t(`directions.${sketch.direction}`)}
                  {group === null ? "" : `. ${t("group")}.`}
                </span>
              </Th>
              <Td>
                <EffectPicture sketch={sketch} />
              </Td>
              <Td align="end">
                <EffectWords effects={effects} sketch={sketch} />
              </Td>
              <Td align="end">{formatPoints(missingPoints, locale, 1)}</Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function EffectWords({ effects, sketch }: Readonly<{ effects: readonly ScorecardEffect[]; sketch: EffectSketch }>) {
  const t = useTranslations("models.scorecard");
  const locale = localeOf(useLocale());
  const say = ({ at, points }: ScorecardEffect) =>
    t("effect", {
      points: formatPoints(points, locale, 1),
      at: typeof at === "string" ? at : formatValue(at, locale),
    });
  const list = (shown: readonly ScorecardEffect[]) =>
    shown.map((effect) => (
      <span key={String(effect.at)} className="block">
        {say(effect)}
      </span>
    ));
  if (sketch.direction !== "levels") {
    const ends = [...new Set([sketch.first, sketch.last])].filter((end) => end !== null);
    return <>{list(sketch.direction === "turns" ? effects : ends)}</>;
  }
  const ordered = [...effects].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  if (ordered.length <= LEVELS_SHOWN + 1) return <>{list(ordered)}</>;
  return (
    <>
      {list(ordered.slice(0, LEVELS_SHOWN))}
      <details>
        <summary className="cursor-pointer text-sm text-accent">{t("all", { count: ordered.length })}</summary>
        {list(ordered.slice(LEVELS_SHOWN))}
      </details>
    </>
  );
}
