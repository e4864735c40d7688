import { DAY_MS } from "@/lib/scoring/day";
import type { KindFilter, SignalSpec } from "@/lib/scoring/signal-spec";
import type { CustomerFacts, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";
import { KINDS } from "./catalogue";

/** A touchpoint as a plain object: what the definitions of the signals speak of. */
interface Happened {
  readonly atMs: number;
  readonly kind: ScoringKind;
  readonly value: number;
  readonly sentiment: number;
}

/**
 * Every signal straight from its definition: no state, no order, no windows kept, each instant from scratch. Slow and
 * plain, so that the sweep has something to agree with.
 */
export function naiveSignal(
  spec: SignalSpec,
  touchpoints: TouchpointColumns,
  known: CustomerFacts,
  asOfMs: number,
): number {
  const past = happenedUpTo(touchpoints, asOfMs);
  const taken = (filter: KindFilter) => past.filter((one) => takes(filter, one.kind));
  const within = (filter: KindFilter, days: number) => taken(filter).filter((one) => one.atMs > asOfMs - days * DAY_MS);
  const daysAgo = (atMs: number) => (asOfMs - atMs) / DAY_MS;

  switch (spec.type) {
    case "count":
      return within(spec.filter, spec.windowDays).length;

    case "active-days":
      return new Set(within(spec.filter, spec.windowDays).map((one) => new Date(one.atMs).toISOString().slice(0, 10)))
        .size;

    case "sum":
      return sum(within(spec.filter, spec.windowDays).map((one) => (Number.isNaN(one.value) ? 0 : one.value)));

    case "no-purchase": {
      const days = [...new Set(taken(spec.filter).map((one) => Math.floor(one.atMs / DAY_MS)))];
      if (days.length === 0) return Number.NaN;
      const weeks = (day: number) => (day - Math.min(...days)) / 7;
      const [x, last, known, ahead] = [
        days.length - 1,
        weeks(Math.max(...days)),
        weeks(Math.floor(asOfMs / DAY_MS)),
        spec.aheadDays / 7,
      ];
      const { r, alpha, a, b } = spec;
      const gone = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + known) / (alpha + last)) ** (r + x);
      const none = 1 - (1 - ((alpha + known) / (alpha + known + ahead)) ** (r + x)) / (1 + gone);
      const kept = Math.min(1 - 1e-12, Math.max(1e-12, none));
      return spec.unit === "probability" ? kept : Math.log(kept / (1 - kept));
    }

    case "decayed-sum":
      return sum(
        taken(spec.filter).map((one) => {
          const left = 0.5 ** (daysAgo(one.atMs) / (spec.halfLifeDays ?? one.kind.halfLifeDays));
          return spec.measure === "count" ? left : Number.isNaN(one.value) ? 0 : one.value * left;
        }),
      );

    case "days-since": {
      const times = taken(spec.filter).map((one) => one.atMs);
      return times.length === 0 ? Number.NaN : daysAgo(Math.max(...times));
    }

    case "silence": {
      const times = taken(spec.filter).map((one) => one.atMs);
      if (times.length === 0) return Number.NaN;
      const days = [...new Set(times.map((atMs) => Math.floor(atMs / DAY_MS)))].sort((a, b) => a - b);
      const gaps = days.slice(1).map((day, at) => day - (days[at] as number));
      const shape = spec.regularity * (spec.priorGaps + gaps.length);
      const scale = spec.priorGaps * spec.priorGapDays + sum(gaps);
      const share = daysAgo(Math.max(...times)) / (daysAgo(Math.max(...times)) + scale);
      const terms = Array.from({ length: spec.regularity }, (_, j) => choose(shape + j - 1, j) * share ** j);
      const probability = (1 - share) ** shape * sum(terms);
      return spec.unit === "probability" ? probability : -Math.log2(probability);
    }

    case "trend": {
      if (past.length === 0) return Number.NaN;
      const historyDays = daysAgo(Math.min(...past.map((one) => one.atMs)));
      const baselineDays = Math.min(spec.baselineDays, historyDays - spec.recentDays);
      if (baselineDays < Math.min(spec.recentDays, spec.baselineDays)) return Number.NaN;
      const both = within(spec.filter, spec.recentDays + spec.baselineDays);
      const amount = (one: Happened) =>
        spec.measure === "count" ? 1 : Math.max(0, Number.isNaN(one.value) ? 0 : one.value);
      const isRecent = (one: Happened) => one.atMs > asOfMs - spec.recentDays * DAY_MS;
      const total = sum(both.map(amount));
      if (total === 0) return Number.NaN;
      const recent = (sum(both.filter(isRecent).map(amount)) * both.length) / total;
      const baseline = both.length - recent;
      const commonRate = both.length / (spec.recentDays + baselineDays);
      const shrunk = (count: number, days: number) => (count + spec.shrinkage) / (days + spec.shrinkage / commonRate);
      return Math.log2(shrunk(recent, spec.recentDays) / shrunk(baseline, baselineDays));
    }

    case "value": {
      const given = within(spec.filter, spec.windowDays).filter((one) => !Number.isNaN(one[spec.field]));
      if (given.length === 0) return Number.NaN;
      const lastMs = Math.max(...given.map((one) => one.atMs));
      const chosen = spec.statistic === "latest" ? given.filter((one) => one.atMs === lastMs) : given;
      const numbers = chosen.map((one) => one[spec.field]);
      return spec.statistic === "minimum" ? Math.min(...numbers) : sum(numbers) / numbers.length;
    }

    case "days-to-renewal":
      return known.renewsOnMs === null ? Number.NaN : -daysAgo(known.renewsOnMs);

    case "tenure": {
      const { startedOnMs } = known;
      if (startedOnMs !== null && startedOnMs <= asOfMs) return daysAgo(startedOnMs);
      return past.length === 0 ? Number.NaN : daysAgo(Math.min(...past.map((one) => one.atMs)));
    }

    case "lifetime-frequency": {
      const days = past.length === 0 ? 0 : daysAgo(Math.min(...past.map((one) => one.atMs)));
      return days < 30 ? Number.NaN : taken(spec.filter).length / (days / 30);
    }

    case "season":
      return spec.months.includes(Number(new Date(asOfMs).toISOString().slice(5, 7))) ? 1 : 0;

    case "unresolved": {
      const closings = taken(spec.closedBy).map((one) => one.atMs);
      return within(spec.filter, spec.windowDays).filter(
        (one) => daysAgo(one.atMs) >= spec.graceDays && !closings.some((closedMs) => closedMs >= one.atMs),
      ).length;
    }

    case "sequence": {
      const firsts = taken(spec.first).map((one) => one.atMs);
      return within(spec.next, spec.windowDays).filter((one) =>
        firsts.some((atMs) => atMs < one.atMs && one.atMs - atMs <= spec.withinDays * DAY_MS),
      ).length;
    }

    case "trait-number": {
      const trait = known.traits.get(spec.trait);
      return trait === undefined || (typeof trait === "string" && Number.isNaN(Number.parseFloat(trait)))
        ? Number.NaN
        : Number(trait);
    }

    case "trait-is": {
      const trait = known.traits.get(spec.trait);
      return trait === undefined ? Number.NaN : Number(spec.oneOf.includes(`${trait}`));
    }
  }
}

function happenedUpTo(touchpoints: TouchpointColumns, asOfMs: number): readonly Happened[] {
  const happened: Happened[] = [];
  for (let index = 0; index < touchpoints.length; index++) {
    const kind = KINDS.find((one) => one.id === touchpoints.kindId[index]);
    const atMs = touchpoints.occurredAtMs[index]!;
    if (kind === undefined || atMs > asOfMs) continue;
    happened.push({ atMs, kind, value: touchpoints.value[index]!, sentiment: touchpoints.sentiment[index]! });
  }
  return happened;
}

/** Whether a filter takes a kind. */
export function takes({ kinds, categories, valences }: KindFilter, kind: ScoringKind): boolean {
  if (kinds !== undefined && !kinds.includes(kind.key)) return false;
  if (categories !== undefined && !categories.includes(kind.category)) return false;
  return valences === undefined || valences.includes(kind.valence);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The binomial coefficient for any upper number. */
function choose(upper: number, lower: number): number {
  let product = 1;
  for (let at = 0; at < lower; at++) product *= (upper - at) / (at + 1);
  return product;
}
