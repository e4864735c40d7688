import type { CustomerFacts } from "@/lib/scoring/types";

/** What the values of a trait are like, over the customers of a panel. */
export interface TraitUse {
  customers: number;
  /** Of these, with a number. */
  numbers: number;
  /** Customers by value as text; no more are told apart than the bound. */
  readonly levels: Map<string, number>;
}

const MOST_TRAITS = 500;
/** More different values are not told apart: they are of a number or of an identifier. */
export const MOST_VALUES = 1_000;

/** Counts the values of traits. */
export function createTraitSurvey() {
  const uses = new Map<string, TraitUse>();
  return {
    uses,
    visit({ traits }: CustomerFacts): void {
      for (const [trait, value] of traits) {
        let use = uses.get(trait);
        if (!use) {
          if (uses.size >= MOST_TRAITS) continue;
          use = { customers: 0, numbers: 0, levels: new Map() };
          uses.set(trait, use);
        }
        use.customers++;
        if (typeof value === "number") use.numbers++;
        const level = String(value);
        if (use.levels.has(level) || use.levels.size < MOST_VALUES) {
          use.levels.set(level, (use.levels.get(level) ?? 0) + 1);
        }
      }
    },
  };
}
