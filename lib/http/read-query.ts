import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { parseInput } from "./parse-input";

/**
 * Reads the query of an address. A parameter that comes twice, or that no schema names, is refused by its name: a filter
 * that is silently ignored shows more than was asked for.
 */
export function readQuery<T>(schema: z.ZodType<T> | undefined, address: string): T {
  const seen = new Map<string, string>();
  for (const [name, value] of new URL(address).searchParams) {
    if (seen.has(name) || !schema) {
      const message = schema ? `“${name}” is given more than once.` : `There is no parameter “${name}” here.`;
      throw new AppError("bad-request", message, {
        issues: [{ path: name, code: schema ? "repeated" : "unknown-field", message }],
      });
    }
    seen.set(name, value);
  }
  return parseInput(schema, Object.fromEntries(seen), "query");
}
