import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { DayClock } from "@/lib/scoring/learning/day-clock";
import { knownTouchpoints } from "@/lib/scoring/learning/known-touchpoints";
import type { LabelCustomer } from "@/lib/scoring/learning/label-customer";
import type { Scorer } from "@/lib/scoring/types";

type Question = Readonly<{
  /** Ends of days, ascending. */
  asOfMs: readonly number[];
  days: DayClock;
  label: LabelCustomer;
  candidate: Scorer;
  current: Scorer;
  /** Looks at every so-manieth customer. */
  every: number;
}>;

/** Current customers at past dates, one row each: contributions under two rule sets, and whether they broke up. */
export class BacktestCollector {
  private readonly candidate: number[] = [];
  private readonly current: number[] = [];
  private readonly outcomes: number[] = [];
  private readonly customerOf: number[] = [];
  private readonly instants: number[] = [];
  private readonly externalIds: string[] = [];
  private seen = 0;
  private looked = 0;

  constructor(private readonly question: Question) {}

  visit(customer: CustomerCase): void {
    const { asOfMs, days, label, candidate, current, every } = this.question;
    if (this.seen++ % every !== 0) return;
    this.looked += 1;
    const labelled = asOfMs.flatMap((instantMs) => {
      const outcome = label(customer, days.dayOf(instantMs));
      return outcome === null ? [] : [{ instantMs, outcome }];
    });
    if (labelled.length === 0) return;
    const number = this.externalIds.push(customer.externalId) - 1;
    for (const { instantMs, outcome } of labelled) {
      const known = knownTouchpoints(customer, instantMs);
      this.candidate.push(candidate.logOddsAt(known, customer.facts, [instantMs])[0] as number);
      this.current.push(current.logOddsAt(known, customer.facts, [instantMs])[0] as number);
      this.outcomes.push(outcome);
      this.customerOf.push(number);
      this.instants.push(instantMs);
    }
  }

  finish() {
    return {
      candidate: Float64Array.from(this.candidate),
      current: Float64Array.from(this.current),
      outcomes: Uint8Array.from(this.outcomes),
      customerOf: Uint32Array.from(this.customerOf),
      asOfMs: Float64Array.from(this.instants),
      externalIds: this.externalIds,
      looked: this.looked,
    };
  }
}
