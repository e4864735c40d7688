import { z } from "zod";

const traits = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** A customer's traits as a Map: their names are chosen by users, and `__proto__` is a name like any other. */
export function traitsOf(stored: unknown): ReadonlyMap<string, string | number | boolean> {
  return new Map(Object.entries(traits.parse(stored)));
}
