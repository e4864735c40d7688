import type { CustomerChange } from "@/lib/customers/customer-change";
import { DEFAULT_KINDS } from "@/lib/kinds/default-kinds";
import { guessCategory } from "@/lib/kinds/guess-category";
import { kindKey } from "@/lib/kinds/kind-key";
import type { OutcomeRow } from "@/lib/outcomes/merge-outcomes";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import type { CustomerFacts, ScoringKind, TouchpointColumns } from "@/lib/scoring/types";
import { writeTouchpointKey } from "@/lib/touchpoints/touchpoint-key";
import type { TouchpointRow } from "@/lib/touchpoints/touchpoint-row";

export interface FileRows {
  readonly customers?: readonly CustomerChange[];
  readonly touchpoints?: readonly TouchpointRow[];
  readonly outcomes?: readonly OutcomeRow[];
}

/** What an import gives to kinds that are not in the catalogue. */
const NEW_KIND = { valence: 0, halfLifeDays: 60 } as const;

/**
 * What a new organisation would know after importing the rows: unknown customers and kinds are made, a touchpoint that
 * comes again is the same, and sentiments are kept with single precision, as the database keeps them.
 */
export function gatherCases({ customers = [], touchpoints = [], outcomes = [] }: FileRows): {
  readonly customers: readonly CustomerCase[];
  readonly kinds: readonly ScoringKind[];
} {
  const kinds = DEFAULT_KINDS.map((kind, at): ScoringKind => ({ ...kind, id: at + 1 }));
  const kindOf = kindFinder(kinds);
  const byId = new Map<string, Gathered>();
  const find = (externalId: string) => {
    const known = byId.get(externalId) ?? { touchpoints: [], outcomes: [], change: { row: 0, externalId } };
    byId.set(externalId, known);
    return known;
  };
  for (const change of customers) {
    const known = find(change.externalId);
    const traits = new Map([...(known.change.traits ?? []), ...(change.traits ?? [])]);
    known.change = { ...known.change, ...change, traits };
  }
  const seen = new Set<string>();
  const keyBytes = Buffer.alloc(16);
  for (const row of touchpoints) {
    const kind = kindOf(row.kind);
    writeTouchpointKey(row, kind.key, keyBytes, 0);
    const key = keyBytes.toString("latin1");
    if (seen.has(key)) continue;
    seen.add(key);
    find(row.customerExternalId).touchpoints.push({ row, kindId: kind.id });
  }
  for (const row of outcomes) find(row.customerExternalId).outcomes.push(row);
  return { customers: [...byId].map(([externalId, known]) => toCase(externalId, known)), kinds };
}

interface Gathered {
  change: CustomerChange;
  readonly touchpoints: { readonly row: TouchpointRow; readonly kindId: number }[];
  readonly outcomes: OutcomeRow[];
}

function kindFinder(kinds: ScoringKind[]): (name: string) => ScoringKind {
  const byName = new Map<string, ScoringKind>();
  for (const kind of kinds) byName.set(kind.label.toLowerCase(), kind);
  for (const kind of kinds) byName.set(kind.key, kind);
  return (name) => {
    const key = kindKey(name);
    const known = byName.get(name) ?? byName.get(key) ?? byName.get(name.toLowerCase());
    if (known) return known;
    const made = { ...NEW_KIND, id: kinds.length + 1, key, label: name, category: guessCategory(key) };
    kinds.push(made);
    byName.set(key, made);
    return made;
  };
}

function toCase(externalId: string, { change, touchpoints, outcomes }: Gathered): CustomerCase {
  return {
    externalId,
    facts: factsOf(change),
    outcomes: outcomes
      .map(({ type, occurredOn }) => ({ type, occurredOnMs: dateMs(occurredOn) }))
      .sort((a, b) => a.occurredOnMs - b.occurredOnMs),
    touchpoints: columnsOf([...touchpoints].sort((a, b) => a.row.occurredAtMs - b.row.occurredAtMs)),
  };
}

function factsOf({ startedOn, renewsOn, mrr, traits }: CustomerChange): CustomerFacts {
  const known = [...(traits ?? [])].flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return {
    startedOnMs: startedOn ? dateMs(startedOn) : null,
    renewsOnMs: renewsOn ? dateMs(renewsOn) : null,
    mrrMinor: mrr?.amountMinor ?? null,
    traits: new Map(known),
  };
}

function columnsOf(touchpoints: Gathered["touchpoints"]): TouchpointColumns {
  return {
    length: touchpoints.length,
    occurredAtMs: Float64Array.from(touchpoints, ({ row }) => row.occurredAtMs),
    kindId: Uint16Array.from(touchpoints, ({ kindId }) => kindId),
    value: Float64Array.from(touchpoints, ({ row }) => row.value),
    sentiment: Float64Array.from(touchpoints, ({ row }) => Math.fround(row.sentiment)),
  };
}

function dateMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
