import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import { learnedObserver } from "@/lib/scoring/learning/learned-observer";
import { NumberBuffer } from "@/lib/scoring/learning/number-buffer";
import { type Panel, UNKNOWN_OUTCOME } from "@/lib/scoring/learning/panel";
import { type PanelPlan, ruleColumn } from "@/lib/scoring/learning/panel-plan";
import { horizonOf, type PanelSetup } from "@/lib/scoring/learning/panel-setup";
import type { Column } from "@/lib/scoring/learning/table";

export interface PanelBuilder {
  visit(customer: CustomerCase): void;
  /** The panel of all customers that were visited, in whatever order. */
  finish(): Panel;
}

/**
 * The second pass: one row for each customer of the population at each as-of instant. Keeps rows, not touchpoints. Rows
 * whose horizon is not over when knowledge ends have an unknown outcome.
 */
export function buildPanel(setup: PanelSetup, plan: PanelPlan, asOfMs: readonly number[]): PanelBuilder {
  const { days } = setup;
  const label = customerLabeller(setup);
  const observe = learnedObserver(setup, plan);
  const ruleKeys = setup.rules.map((rule) => rule.key);
  const numericNames = [...ruleKeys.map(ruleColumn), ...plan.signals.map((signal) => signal.name)];
  const numbers = numericNames.map(() => new NumberBuffer());
  const names = plan.categories.map((): string[] => []);
  const instants = new NumberBuffer();
  const outcomes = new NumberBuffer();
  const groups: string[] = [];
  const lastKnownDay = days.dayOf(setup.knownUntilMs);
  const asOf = [...new Set(asOfMs.map(days.dayOf))].map((day) => ({
    day,
    // Within the last day that is known, only what had happened by then is there.
    instantMs: Math.min(days.endOf(day), latestOf(asOfMs, day, days.dayOf)),
    isOver: day + horizonOf(setup) <= lastKnownDay,
  }));

  return {
    visit(customer) {
      for (const { day, instantMs, isOver } of asOf) {
        const outcome = label(customer, day);
        if (outcome === null) continue;
        const { signals, categories, rules } = observe(customer, instantMs);
        for (let at = 0; at < rules.length; at++) numbers[at]?.push(rules[at] as number);
        for (let at = 0; at < signals.length; at++) numbers[rules.length + at]?.push(signals[at] as number);
        categories.forEach((category, at) => {
          names[at]?.push(category);
        });
        groups.push(customer.externalId);
        instants.push(days.endOf(day));
        outcomes.push(isOver ? outcome : UNKNOWN_OUTCOME);
      }
    },
    finish() {
      const rows = Uint32Array.from(groups, (_, row) => row);
      const all = instants.inOrder(rows);
      const order = rows.sort((a, b) => {
        const [one, other] = [groups[a] as string, groups[b] as string];
        if (one !== other) return one < other ? -1 : 1;
        return (all[a] as number) - (all[b] as number);
      });
      return {
        plan,
        ruleKeys,
        rows: order.length,
        columns: [
          ...numericNames.map(
            (name, at): Column => ({
              type: "numeric",
              name,
              values: (numbers[at] as NumberBuffer).inOrder(order),
            }),
          ),
          ...plan.categories.map(
            ({ name }, at): Column => ({
              type: "category",
              name,
              values: Array.from(order, (row) => names[at]?.[row] ?? ""),
            }),
          ),
        ],
        outcomes: Uint8Array.from(outcomes.inOrder(order)),
        groups: Array.from(order, (row) => groups[row] as string),
        asOfMs: instants.inOrder(order),
      };
    },
  };
}

function latestOf(asOfMs: readonly number[], day: number, dayOf: (instantMs: number) => number): number {
  return Math.max(...asOfMs.filter((instantMs) => dayOf(instantMs) === day));
}
