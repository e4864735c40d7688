import type { CustomerChange, TraitValue } from "./customer-change";

/** All that an upsert can change of a customer. `id` is null until it is stored. */
export type CustomerState = Readonly<{
  id: number | null;
  externalId: string;
  name: string;
  ownerId: number | null;
  mrrMinor: number | null;
  currency: string | null;
  startedOn: string | null;
  renewsOn: string | null;
  traits: ReadonlyMap<string, TraitValue>;
}>;

export function newCustomer(externalId: string, ownerId: number | null): CustomerState {
  const empty = { mrrMinor: null, currency: null, startedOn: null, renewsOn: null };
  return { id: null, externalId, name: externalId, ownerId, ...empty, traits: new Map() };
}

/** @param ownerId the member behind `change.ownerEmail`, null for none; undefined leaves the owner */
export function applyChange(
  state: CustomerState,
  change: CustomerChange,
  ownerId: number | null | undefined,
): CustomerState {
  const mrr = change.mrr;
  return {
    ...state,
    name: change.name ?? state.name,
    ownerId: ownerId === undefined ? state.ownerId : ownerId,
    mrrMinor: mrr === undefined ? state.mrrMinor : (mrr?.amountMinor ?? null),
    currency: mrr === undefined ? state.currency : (mrr?.currency ?? null),
    startedOn: change.startedOn === undefined ? state.startedOn : change.startedOn,
    renewsOn: change.renewsOn === undefined ? state.renewsOn : change.renewsOn,
    traits: change.traits ? mergeTraits(state.traits, change.traits) : state.traits,
  };
}

export function isSameState(one: CustomerState, other: CustomerState): boolean {
  return (
    one.name === other.name &&
    one.ownerId === other.ownerId &&
    one.mrrMinor === other.mrrMinor &&
    one.currency === other.currency &&
    one.startedOn === other.startedOn &&
    one.renewsOn === other.renewsOn &&
    one.traits.size === other.traits.size &&
    [...one.traits].every(([name, value]) => other.traits.get(name) === value)
  );
}

function mergeTraits(
  traits: ReadonlyMap<string, TraitValue>,
  changes: ReadonlyMap<string, TraitValue | null>,
): ReadonlyMap<string, TraitValue> {
  const merged = new Map(traits);
  for (const [name, value] of changes) {
    if (value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return merged;
}
