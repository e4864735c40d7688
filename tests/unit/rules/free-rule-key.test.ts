import fc from "fast-check";
import { expect, it } from "vitest";
import { freeRuleKey } from "@/lib/rules/free-rule-key";

it("makes a key of the words of a label, and counts on where it is taken", () => {
  expect(freeRuleKey("Late payments: two or more!", [])).toBe("late-payments-two-or-more");
  expect(freeRuleKey("Late payments", [{ key: "late-payments" }, { key: "late-payments-2" }])).toBe("late-payments-3");
  expect(freeRuleKey("…", [])).toBe("rule");
});

it("is never taken, never empty and never too long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.array(fc.string(), { maxLength: 5 }), (label, others) => {
      const taken = [...others, freeRuleKey(label, [])].map((key) => ({ key }));
      const key = freeRuleKey(label, taken);
      expect(taken.map((one) => one.key)).not.toContain(key);
      expect(key.length).toBeGreaterThan(0);
      expect(key.length).toBeLessThanOrEqual(100);
    }),
  );
});
