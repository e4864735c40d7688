import { checkNumber } from "@/lib/scoring/check-number";
import type { ReportFault } from "@/lib/scoring/configuration-error";
import type { Effect, PointsEffect, RampEffect, StepEffect } from "@/lib/scoring/rule-definition";

/** The most points, up or down, that one rule may give. */
const MOST_POINTS = 200;
const MOST_THRESHOLDS = 100;

/** An effect ready to be read, with the least and the most points it can give. */
export interface CompiledEffect {
  readonly least: number;
  readonly most: number;
  pointsAt(value: number): number;
}

/** Reports every fault of an effect. */
export function checkEffect(effect: Effect, path: string, report: ReportFault): void {
  if (effect.type === "step") checkStep(effect, path, report);
  else if (effect.type === "ramp") checkRamp(effect, path, report);
  else if (effect.type === "points") checkPoints(effect.points, `${path}.points`, report);
  else report(`${path}.type`, "is not a known type of effect");
}

function checkStep({ thresholds }: StepEffect, path: string, report: ReportFault): void {
  if (thresholds.length === 0) report(`${path}.thresholds`, "must have at least one threshold");
  if (thresholds.length > MOST_THRESHOLDS)
    report(`${path}.thresholds`, `may have at most ${MOST_THRESHOLDS} thresholds`);
  thresholds.forEach(({ from, points }, at) => {
    checkNumber(from, {}, `${path}.thresholds[${at}].from`, report);
    checkPoints(points, `${path}.thresholds[${at}].points`, report);
    if (thresholds.findIndex((other) => other.from === from) < at) {
      report(`${path}.thresholds[${at}].from`, `${from} is already a threshold`);
    }
  });
}

function checkRamp({ from, to, points }: RampEffect, path: string, report: ReportFault): void {
  checkNumber(from, {}, `${path}.from`, report);
  checkNumber(to, {}, `${path}.to`, report);
  if (from === to) report(`${path}.to`, "must differ from where the ramp begins");
  checkPoints(points, `${path}.points`, report);
}

/** Reports points that are not finite or beyond the limit. */
export function checkPoints(points: number, path: string, report: ReportFault): void {
  checkNumber(points, { from: -MOST_POINTS, to: MOST_POINTS }, path, report);
}

/** Makes a checked effect ready to be read. */
export function compileEffect(effect: Effect): CompiledEffect {
  switch (effect.type) {
    case "step":
      return compileStep(effect);
    case "ramp":
      return compileRamp(effect);
    case "points":
      return compilePoints(effect);
  }
}

function compileStep({ thresholds }: StepEffect): CompiledEffect {
  const ascending = [...thresholds].sort((a, b) => a.from - b.from);
  const points = [0, ...ascending.map((threshold) => threshold.points)];
  return {
    least: Math.min(...points),
    most: Math.max(...points),
    pointsAt(value) {
      let reached = 0;
      for (const threshold of ascending) {
        if (value < threshold.from) break;
        reached = threshold.points;
      }
      return reached;
    },
  };
}

function compileRamp({ from, to, points }: RampEffect): CompiledEffect {
  return {
    least: Math.min(0, points),
    most: Math.max(0, points),
    pointsAt: (value) => points * Math.min(1, Math.max(0, (value - from) / (to - from))),
  };
}

function compilePoints({ points }: PointsEffect): CompiledEffect {
  return { least: Math.min(0, points), most: Math.max(0, points), pointsAt: () => points };
}
