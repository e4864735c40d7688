import type { TraitValue } from "./customer-change";
import type { CustomerState } from "./upsert-state";

/** A JSON object of pairs whose names users chose: `__proto__` is a name like any other. */
export function jsonObject(pairs: Iterable<readonly [string, unknown]>): string {
  return `{${[...pairs].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`;
}

/** States as a JSON array whose objects have the column names of the table. */
export function jsonStates(states: readonly CustomerState[]): string {
  return `[${states.map(jsonState).join(",")}]`;
}

function jsonState(state: CustomerState): string {
  const columns = {
    id: state.id,
    external_id: state.externalId,
    name: state.name,
    owner_id: state.ownerId,
    mrr_minor: state.mrrMinor,
    currency: state.currency,
    started_on: state.startedOn,
    renews_on: state.renewsOn,
  };
  return `${JSON.stringify(columns).slice(0, -1)},"traits":${jsonObject(state.traits)}}`;
}

/** A customer as PostgreSQL gives it: days as text, the bigint as text, traits as a parsed object. */
export type StoredCustomer = Readonly<{
  id: number | null;
  external_id: string;
  name: string;
  owner_id: number | null;
  mrr_minor: string | number | null;
  currency: string | null;
  started_on: string | null;
  renews_on: string | null;
  traits: Record<string, TraitValue>;
}>;

export function toState(stored: StoredCustomer): CustomerState {
  return {
    id: stored.id,
    externalId: stored.external_id,
    name: stored.name,
    ownerId: stored.owner_id,
    mrrMinor: stored.mrr_minor === null ? null : Number(stored.mrr_minor),
    currency: stored.currency,
    startedOn: stored.started_on,
    renewsOn: stored.renews_on,
    traits: new Map(Object.entries(stored.traits)),
  };
}
