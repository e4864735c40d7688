import type { CustomerFacts } from "@/lib/scoring/types";

type FactValue = string | number | boolean;

/** A fact that is not what it was; null: not known. Dates in milliseconds, money in minor units. */
export interface ChangedFact {
  readonly fact: "started" | "renews" | "mrr" | "trait";
  /** The trait's name; empty for the others. */
  readonly name: string;
  readonly before: FactValue | null;
  readonly after: FactValue | null;
}

/** What is known otherwise of a customer than before: dates, revenue, then traits by name. */
export function changedFacts(before: CustomerFacts, after: CustomerFacts): readonly ChangedFact[] {
  const names = [...new Set([...before.traits.keys(), ...after.traits.keys()])].sort();
  const all: ChangedFact[] = [
    { fact: "started", name: "", before: before.startedOnMs, after: after.startedOnMs },
    { fact: "renews", name: "", before: before.renewsOnMs, after: after.renewsOnMs },
    { fact: "mrr", name: "", before: before.mrrMinor, after: after.mrrMinor },
    ...names.map((name) => ({
      fact: "trait" as const,
      name,
      before: before.traits.get(name) ?? null,
      after: after.traits.get(name) ?? null,
    })),
  ];
  return all.filter((fact) => fact.before !== fact.after);
}
