import { z } from "zod";
import { CATEGORIES } from "@/lib/kinds/categories";
import { MISSING_POLICIES, type RuleDefinition, type RuleGroup } from "@/lib/scoring/rule-definition";
import { condition } from "./condition";
import { signalSpec } from "./signal-spec";

const text = z.string().min(1).max(100);

const step = z.strictObject({
  type: z.literal("step"),
  thresholds: z.array(z.strictObject({ from: z.number(), points: z.number() })).max(50),
});
const ramp = z.strictObject({ type: z.literal("ramp"), from: z.number(), to: z.number(), points: z.number() });
const points = z.strictObject({ type: z.literal("points"), points: z.number() });

const anyRule = {
  key: text,
  label: text,
  category: z.enum(CATEGORIES),
  group: text.optional(),
  except: z
    .array(z.strictObject({ when: condition, times: z.number().optional() }))
    .max(10)
    .optional(),
  capPoints: z.number().optional(),
  off: z.boolean().optional(),
};

/** A rule as it is stored and sent: of a signal, or of a condition alone. */
export const ruleDefinition = z.union([
  z.strictObject({
    ...anyRule,
    signal: signalSpec,
    effect: z.discriminatedUnion("type", [step, ramp]),
    missing: z.enum(MISSING_POLICIES),
    when: condition.optional(),
  }),
  z.strictObject({ ...anyRule, when: condition, effect: points }),
]) satisfies z.ZodType<RuleDefinition>;

export const ruleGroups = z
  .array(z.strictObject({ key: text, label: text, capPoints: z.number() }))
  .max(100) satisfies z.ZodType<RuleGroup[]>;
