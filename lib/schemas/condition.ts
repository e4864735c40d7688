import { z } from "zod";
import { DEEPEST_CONDITION, MOST_COMPARISONS, STATE_TESTS, THRESHOLD_TESTS } from "@/lib/scoring/condition";
import { signalSpec } from "./signal-spec";

const comparison = z.discriminatedUnion("is", [
  z.strictObject({ signal: signalSpec, is: z.literal(THRESHOLD_TESTS), value: z.number() }),
  z.strictObject({ signal: signalSpec, is: z.literal("between"), from: z.number(), to: z.number() }),
  z.strictObject({ signal: signalSpec, is: z.literal(STATE_TESTS) }),
]);

type ParsedCondition =
  | { all: ParsedCondition[] }
  | { any: ParsedCondition[] }
  | { not: ParsedCondition }
  | z.infer<typeof comparison>;

/** Nested as deep as conditions may be and no deeper: the schema itself ends, whatever is sent. */
function conditionWithin(depth: number): z.ZodType<ParsedCondition> {
  if (depth === 1) return comparison;
  const part = conditionWithin(depth - 1);
  const parts = z.array(part).min(1).max(MOST_COMPARISONS);
  return z.union([
    comparison,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: part }),
  ]);
}

/** A condition in JSON; ranges and references are checked by compileScorer, which names every fault. */
export const condition = conditionWithin(DEEPEST_CONDITION);
