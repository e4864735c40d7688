import type { TraitValue } from "@/lib/customers/customer-change";
import type { CustomerState } from "@/lib/customers/upsert-state";

const FIELDS = ["name", "ownerId", "startedOn", "renewsOn"] as const;
const MONEY = ["mrrMinor", "currency"] as const;

/**
 * A customer as it is now with the fields that an import changed as they were before it. Fields that the import left alone
 * keep whatever was made of them since.
 * @returns undefined when one of the fields it changed says something else by now
 */
export function revertCustomer(
  now: CustomerState,
  before: CustomerState,
  after: CustomerState,
): CustomerState | undefined {
  const changed = FIELDS.filter((field) => before[field] !== after[field]);
  if (changed.some((field) => now[field] !== after[field])) return undefined;
  // An amount means nothing without its currency: both or neither.
  const isMoneyChanged = MONEY.some((field) => before[field] !== after[field]);
  if (isMoneyChanged && MONEY.some((field) => now[field] !== after[field])) return undefined;
  const traits = revertTraits(now.traits, before.traits, after.traits);
  if (!traits) return undefined;
  const restored = Object.fromEntries(changed.map((field) => [field, before[field]]));
  const money = isMoneyChanged ? { mrrMinor: before.mrrMinor, currency: before.currency } : {};
  return { ...now, ...restored, ...money, traits };
}

type Traits = ReadonlyMap<string, TraitValue>;

function revertTraits(now: Traits, before: Traits, after: Traits): Traits | undefined {
  const reverted = new Map(now);
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const earlier = before.get(name);
    if (earlier === after.get(name)) continue;
    if (now.get(name) !== after.get(name)) return undefined;
    if (earlier === undefined) reverted.delete(name);
    else reverted.set(name, earlier);
  }
  return reverted;
}
