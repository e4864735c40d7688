import type { CustomerCase } from "@/lib/scores/load-customer-case";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { changedFacts } from "@/lib/scoring/ledger/changed-facts";
import { explainChange } from "@/lib/scoring/ledger/explain-change";
import type { ChangePart, KindChange, ScoredState } from "@/lib/scoring/ledger/score-change";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { pointsFromLogOdds } from "@/lib/scoring/points";
import { configurationDifferences } from "./configuration-differences";
import type { CauseView, ChangeView, FactChangeView, KindChangeView, MomentView } from "./ledger-view";

/** What stood behind a score, with the configuration it was reckoned under. */
export type LedgerSide = Omit<ScoredState, "scorer"> & Readonly<{ setup: ScoringSetup }>;

/** The change between two scores as they were recorded. */
export type RecordedChange = Readonly<{
  logOdds: number;
  /** Kinds that the customer has touchpoints of were merged since the first of the two was reckoned. */
  kindsMerged: boolean;
}>;

const MOST_TOUCHPOINTS = 20;
/** Below this nothing is left: sums of floating point numbers differ by so much for no reason. */
const NOTHING_LOG_ODDS = 1e-9;

/**
 * A change of a customer's score in points, ready to show.
 * @param recorded left out: the scores as they are reckoned now. What the data of today does not explain of a recorded
 *   change is told apart, or counts as the configuration's where a merge of kinds took its data away
 */
export function changeView(
  { touchpoints, setup }: CustomerCase,
  before: LedgerSide,
  after: LedgerSide,
  recorded?: RecordedChange,
): ChangeView {
  const change = explainChange(touchpoints.columns, stateOf(before), stateOf(after));
  const explained = change.after - change.before;
  const whole = recorded?.logOdds ?? explained;
  const left = whole - explained;
  const isMerge = recorded?.kindsMerged === true && Math.abs(left) > NOTHING_LOG_ODDS;
  const kinds = new Map(setup.kinds.map((kind) => [kind.id, kind]));

  const kindView = (one: KindChange): KindChangeView => ({
    kindKey: kinds.get(one.kindId)?.key ?? "",
    kindLabel: kinds.get(one.kindId)?.label ?? "",
    count: one.indexes.length,
    late: one.late,
    takenBack: one.takenBack,
    points: pointsFromLogOdds(one.logOdds),
    touchpoints: one.indexes.slice(-MOST_TOUCHPOINTS).map((index) => ({
      id: touchpoints.idOf(index),
      occurredAt: new Date(touchpoints.columns.occurredAtMs[index] ?? 0).toISOString(),
    })),
  });

  return {
    from: momentView(before, change.before),
    to: momentView(after, change.after),
    points: pointsFromLogOdds(whole),
    time: causeView(change.time),
    touchpoints: { ...causeView(change.touchpoints), kinds: change.touchpoints.kinds.map(kindView) },
    traits: { ...causeView(change.traits), facts: factViews(before, after) },
    configuration: {
      ...causeView(isMerge ? withMerge(change.configuration, left) : change.configuration),
      changed: [
        ...configurationDifferences(comparable(before.setup), comparable(after.setup)),
        ...(isMerge ? (["merged"] as const) : []),
      ],
    },
    unexplainedPoints: isMerge ? 0 : pointsFromLogOdds(left),
  };
}

function withMerge({ logOdds, reasons }: ChangePart, merged: number): ChangePart {
  const reason = { ruleKey: "kinds-merged", before: null, after: { id: "kinds-merged", values: {} }, logOdds: merged };
  return { logOdds: logOdds + merged, reasons: [...reasons, reason] };
}

function stateOf({ setup, ...state }: LedgerSide): ScoredState {
  return { ...state, scorer: setup.scorer };
}

function comparable({ modelVersion, ruleSetVersion, settings, kinds }: ScoringSetup) {
  return { modelVersion, ruleSetVersion, kinds, horizonDays: settings.horizonDays };
}

function momentView({ asOfMs, setup }: LedgerSide, logOdds: number): MomentView {
  return {
    asOf: new Date(asOfMs).toISOString(),
    probability: sigmoid(logOdds),
    totalPoints: pointsFromLogOdds(logOdds),
    modelVersion: setup.modelVersion,
    ruleSetVersion: setup.ruleSetVersion,
  };
}

function causeView({ logOdds, reasons }: ChangePart): CauseView {
  return {
    points: pointsFromLogOdds(logOdds),
    reasons: reasons.map((reason) => ({
      key: reason.ruleKey,
      points: pointsFromLogOdds(reason.logOdds),
      before: reason.before,
      after: reason.after,
    })),
  };
}

function factViews(before: LedgerSide, after: LedgerSide): FactChangeView[] {
  return changedFacts(before.facts, after.facts).map((fact) => {
    const isDate = fact.fact === "started" || fact.fact === "renews";
    return isDate ? { ...fact, before: dayOf(fact.before), after: dayOf(fact.after) } : fact;
  });
}

function dayOf(value: string | number | boolean | null): string | null {
  return typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : null;
}
