import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { hasThinEvidence } from "@/lib/scoring/reasons/has-thin-evidence";
import type { ReasonBuilder } from "@/lib/scoring/reasons/reason-builder";
import type { ScoreSource } from "@/lib/scoring/score-source";
import type { ScoringConfiguration } from "@/lib/scoring/scoring-configuration";
import type { CustomerFacts, Reason, Score, Scorer, TouchpointColumns } from "@/lib/scoring/types";

/** The ways to ask for scores: with or without touchpoints, as a curve, or bare contributions. */
export function scorerOf(
  source: ScoreSource,
  { outlineReasons, detailReasons }: ReasonBuilder,
  { rules, horizonDays }: Pick<ScoringConfiguration, "rules" | "horizonDays">,
): Scorer {
  function scoreWith(
    reasonsAt: (asOfMs: number) => readonly Reason[],
    touchpoints: TouchpointColumns,
    facts: CustomerFacts,
    asOfMs: number,
  ): Score {
    assertInstant(asOfMs);
    source.begin(touchpoints, facts);
    const logOdds = source.evaluateAt(asOfMs);
    return {
      asOfMs,
      probability: sigmoid(logOdds),
      logOdds,
      intercept: source.intercept,
      evidence: hasThinEvidence(touchpoints, source.reached(), asOfMs) ? "thin" : "ok",
      reasons: reasonsAt(asOfMs),
    };
  }

  return {
    horizonDays,
    ruleKeys: rules.map((rule) => rule.key),
    scoreAt: (touchpoints, facts, asOfMs) => scoreWith(detailReasons, touchpoints, facts, asOfMs),
    outlineAt: (touchpoints, facts, asOfMs) => scoreWith(outlineReasons, touchpoints, facts, asOfMs),
    logOddsAt(touchpoints, facts, asOfMs) {
      source.begin(touchpoints, facts);
      const logOdds = new Float64Array(asOfMs.length);
      for (let at = 0; at < asOfMs.length; at++) {
        const instantMs = asOfMs[at] as number;
        assertInstant(instantMs);
        if (at > 0 && instantMs < (asOfMs[at - 1] as number)) throw new RangeError("As-of instants must ascend.");
        logOdds[at] = source.evaluateAt(instantMs);
      }
      return logOdds;
    },
    contributionsAt(touchpoints, facts, asOfMs, contributions) {
      assertInstant(asOfMs);
      source.begin(touchpoints, facts);
      const logOdds = source.evaluateAt(asOfMs);
      contributions.set(source.contributions);
      return logOdds;
    },
  };
}

function assertInstant(asOfMs: number): void {
  if (!Number.isFinite(asOfMs)) throw new RangeError(`An as-of instant must be finite, not ${asOfMs}.`);
}
