import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { createKindSurvey, type KindUse } from "@/lib/scoring/learning/kind-survey";
import { customerLabeller } from "@/lib/scoring/learning/label-customer";
import type { LearnedSignal } from "@/lib/scoring/learning/learned-parameters";
import type { PanelPlan } from "@/lib/scoring/learning/panel-plan";
import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";
import { createPurchaseRhythm } from "@/lib/scoring/learning/purchase-rhythm";
import { signalCatalogue } from "@/lib/scoring/learning/signal-catalogue";
import { traitColumns } from "@/lib/scoring/learning/trait-columns";
import { createTraitSurvey } from "@/lib/scoring/learning/trait-survey";

/** A kind is one of the ending when so large a share of its touchpoints lies there. */
const ENDING_SHARE = 0.9;
const LEAST_ENDING = 10;

export interface CustomerSurvey {
  visit(customer: CustomerCase): void;
  /** The columns to build the panel with, once all customers were visited; their order does not matter. */
  plan(): PanelPlan;
}

/**
 * The first of two passes over the training customers: what is there to learn from, as of the training instants. Keeps
 * counts, not customers.
 */
export function surveyCustomers(setup: PanelSetup, asOfMs: readonly number[]): CustomerSurvey {
  const label = customerLabeller(setup);
  const asOfDays = asOfMs.map((instantMs) => setup.days.dayOf(instantMs));
  const untilMs = setup.days.endOf(Math.max(...asOfDays));
  const kinds = createKindSurvey(setup.kinds, untilMs);
  const endings = createKindSurvey(setup.kinds, setup.knownUntilMs);
  const traits = createTraitSurvey();
  const rhythm = createPurchaseRhythm(setup, untilMs);
  let customers = 0;
  let withRenewal = 0;
  let begun = 0;

  return {
    visit(customer) {
      endings.visit(customer);
      rhythm.visit(customer);
      if (!asOfDays.some((day) => label(customer, day) !== null)) return;
      customers++;
      kinds.visit(customer);
      traits.visit(customer.facts);
      if (customer.facts.renewsOnMs !== null) withRenewal++;
      if (customer.facts.startedOnMs !== null || customer.touchpoints.length > 0) begun++;
    },
    plan() {
      const ofEnding = new Set(endings.uses.filter(isOfEnding).map((use) => use.kind.key));
      const columns = traitColumns(traits.uses, customers);
      const dates: LearnedSignal[] = [];
      if (begun > 0) dates.push({ name: "tenure", spec: { type: "tenure" } });
      if (withRenewal > 0) dates.push({ name: "days-to-renewal", spec: { type: "days-to-renewal" } });
      const usable = kinds.uses.filter((use) => !ofEnding.has(use.kind.key));
      return {
        signals: [...signalCatalogue(usable, customers), ...rhythm.signals(), ...dates, ...columns.signals],
        categories: columns.categories,
        kindsAfterBreakUp: [...ofEnding].sort(),
      };
    },
  };
}

function isOfEnding({ touchpoints, whileEnding }: KindUse): boolean {
  return whileEnding >= LEAST_ENDING && whileEnding >= ENDING_SHARE * touchpoints;
}
