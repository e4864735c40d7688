import type { EvaluationTask, StatedRule } from "@/lib/evaluation/evaluation-task";
import { historyAt } from "@/lib/evaluation/purchase-history";
import { readCsv } from "@/lib/evaluation/read-csv";
import { dayOf, gatherCustomers, type RetailCustomer } from "@/lib/evaluation/retail-customers";
import { RETAIL_KINDS, RETAIL_SIGNALS } from "@/lib/evaluation/retail-signals";
import { DAY_MS } from "@/lib/scoring/day";
import { type BgNbdParameters, fitBgNbd, probabilityOfNoPurchase } from "@/lib/scoring/learning/bg-nbd";
import { SignalObserver } from "@/lib/scoring/learning/signal-observer";
import type { Column, LabelledTable } from "@/lib/scoring/learning/table";
import { takeRows } from "@/lib/scoring/learning/take-rows";
import type { CustomerFacts } from "@/lib/scoring/types";

const TRAINING_DAYS = ["2010-06-11", "2010-09-09", "2010-12-13", "2011-03-13", "2011-06-11"].map(dayOf);
const TEST_DAY = dayOf("2011-09-09");
const LAST_TRAINING_DAY = Math.max(...TRAINING_DAYS);
const YEAR_DAYS = 365;
/** Customers who bought within this time are looked at, and break up when they buy nothing for the horizon. */
const ACTIVE_DAYS = 180;
const HORIZON_DAYS = 90;
const HORIZON_WEEKS = HORIZON_DAYS / 7;
const FOLDS = 3;
const NO_FACTS: CustomerFacts = { startedOnMs: null, renewsOnMs: null, mrrMinor: null, traits: new Map() };

const RULES: readonly StatedRule[] = [
  { column: "recencyDays", appliesTo: (days) => Number(days) >= 45, points: 15 },
  { column: "recencyDays", appliesTo: (days) => Number(days) >= 90, points: 15 },
  { column: "purchases180", appliesTo: (purchases) => Number(purchases) >= 3, points: -25 },
];

interface PanelRow {
  readonly customer: RetailCustomer;
  readonly day: number;
  readonly signals: readonly number[];
}

/**
 * A wholesaler's invoices as a panel: the customers who were active at five dates to train on, and at a later one to test
 * on. The purchase model is fitted to what was known at the last training date.
 */
export async function readRetail(path: string): Promise<EvaluationTask> {
  const customers = gatherCustomers(await readCsv(path));
  const histories = customers.flatMap(({ purchaseDays }) => historyAt(purchaseDays, LAST_TRAINING_DAY) ?? []);
  const panel = observePanel(customers);
  const table = tableOf(panel, fitBgNbd(histories));
  const rowsOf = (isTaken: (day: number) => boolean) =>
    Uint32Array.from(panel.flatMap(({ day }, row) => (isTaken(day) ? [row] : [])));
  const yearBefore = takeRows(
    table,
    rowsOf((day) => day === TEST_DAY - YEAR_DAYS),
  );
  return {
    name: "retail",
    training: takeRows(
      table,
      rowsOf((day) => day !== TEST_DAY),
    ),
    test: takeRows(
      table,
      rowsOf((day) => day === TEST_DAY),
    ),
    plainColumns: new Set(RETAIL_SIGNALS.keys()),
    rules: RULES,
    folds: FOLDS,
    seasonalRate: yearBefore.outcomes.reduce((sum, outcome) => sum + outcome, 0) / yearBefore.rows,
  };
}

function observePanel(customers: readonly RetailCustomer[]): readonly PanelRow[] {
  const observer = new SignalObserver(RETAIL_KINDS, [...RETAIL_SIGNALS.values()]);
  return customers.flatMap((customer) => {
    const isActive = (day: number) => customer.purchaseDays.some((one) => one > day - ACTIVE_DAYS && one <= day);
    const days = [...TRAINING_DAYS, TEST_DAY].filter(isActive);
    const instants = days.map((day) => day * DAY_MS);
    const observed = observer.observe(customer.touchpoints, NO_FACTS, instants);
    return days.map((day, at): PanelRow => ({ customer, day, signals: observed[at] ?? [] }));
  });
}

function tableOf(panel: readonly PanelRow[], parameters: BgNbdParameters): LabelledTable {
  const signals = [...RETAIL_SIGNALS.keys()].map(
    (name, at): Column => ({
      type: "numeric",
      name,
      values: Float64Array.from(panel, (row) => row.signals[at] ?? Number.NaN),
    }),
  );
  return {
    rows: panel.length,
    columns: [
      ...signals,
      { type: "numeric", name: "logOddsOfNoPurchase", values: Float64Array.from(panel, noPurchaseBy(parameters)) },
      { type: "numeric", name: "logLifetimePurchases", values: Float64Array.from(panel, lifetimePurchases) },
      { type: "category", name: "month", values: panel.map(({ day }) => monthOf(day)) },
      { type: "category", name: "home", values: panel.map((row) => String(row.customer.country === "United Kingdom")) },
    ],
    outcomes: Uint8Array.from(panel, ({ customer: { purchaseDays }, day }) => {
      return Number(!purchaseDays.some((one) => one > day && one <= day + HORIZON_DAYS));
    }),
    groups: panel.map(({ customer }) => customer.id),
  };
}

function noPurchaseBy(parameters: BgNbdParameters): (row: PanelRow) => number {
  return ({ customer, day }) => {
    const history = historyAt(customer.purchaseDays, day);
    if (!history) return Number.NaN;
    const probability = probabilityOfNoPurchase(history, HORIZON_WEEKS, parameters);
    return Math.log(probability / (1 - probability));
  };
}

function lifetimePurchases({ customer, day }: PanelRow): number {
  return Math.log(customer.purchaseDays.filter((one) => one <= day).length);
}

function monthOf(day: number): string {
  return String(new Date(day * DAY_MS).getUTCMonth() + 1);
}
