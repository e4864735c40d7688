import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";
import { MISSING_POLICIES, type RuleDefinition, type RuleGroup } from "@/lib/scoring/rule-definition";
import { signalSpec } from "./signal-spec";

const text = z.string().min(1).max(100);

const effect = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("step"),
    thresholds: z.array(z.strictObject({ from: z.number(), points: z.number() })).max(50),
  }),
  z.strictObject({ type: z.literal("ramp"), from: z.number(), to: z.number(), points: z.number() }),
]);

/** A rule as it is stored and sent. */
export const ruleDefinition = z.strictObject({
  key: text,
  label: text,
  category: z.enum(CATEGORIES),
  group: text.optional(),
  signal: signalSpec,
  effect,
  missing: z.enum(MISSING_POLICIES),
  capPoints: z.number().optional(),
}) satisfies z.ZodType<RuleDefinition>;

export const ruleGroups = z
  .array(z.strictObject({ key: text, label: text, capPoints: z.number() }))
  .max(100) satisfies z.ZodType<RuleGroup[]>;
