import { z } from "zod";

const trait = z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]);
const object = z.custom<object>((stored) => typeof stored === "object" && stored !== null && !Array.isArray(stored));

/**
 * A customer's traits as a Map: their names are chosen by users, and `__proto__` is a name like any other. Zod's own
 * record would drop that one silently.
 * @throws ZodError when what is stored is not traits
 */
export function traitsOf(stored: unknown): ReadonlyMap<string, string | number | boolean> {
  return new Map(z.array(trait).parse(Object.entries(object.parse(stored))));
}
