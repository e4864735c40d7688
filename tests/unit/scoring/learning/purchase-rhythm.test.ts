import { describe, expect, it } from "vitest";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { fitBgNbd } from "@/lib/scoring/learning/bg-nbd";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { createPurchaseRhythm } from "@/lib/scoring/learning/purchase-rhythm";
import type { NoPurchaseSpec } from "@/lib/scoring/signal-spec";
import { customerOf, inactivitySetup, noon, recordedSetup, shoppers } from "./support/customers";

const UNTIL = noon(400);

function signalsOf(customers: readonly CustomerCase[], setup = inactivitySetup(), untilMs = UNTIL) {
  const rhythm = createPurchaseRhythm(setup, untilMs);
  for (const customer of customers) rhythm.visit(customer);
  return rhythm.signals();
}

function specOf(customers: readonly CustomerCase[], untilMs = UNTIL): NoPurchaseSpec {
  const [signal] = signalsOf(customers, inactivitySetup(), untilMs);
  return signal?.spec as NoPurchaseSpec;
}

const purchasesOn = (externalId: string, days: readonly number[]) =>
  customerOf(
    externalId,
    days.map((day) => ({ day, kind: "purchase" })),
  );

describe("the rhythm of purchases", () => {
  const customers = shoppers(150, 3);

  it("is one signal that looks as far ahead as a break-up takes, with its parameters in it", () => {
    expect(signalsOf(customers)).toEqual([
      {
        name: "no-purchase",
        spec: {
          type: "no-purchase",
          filter: { kinds: ["purchase"] },
          aheadDays: 30,
          unit: "log-odds",
          r: expect.any(Number),
          alpha: expect.any(Number),
          a: expect.any(Number),
          b: expect.any(Number),
        },
      },
    ]);
  });

  it("has the parameters of greatest likelihood, in weeks, with several purchases of a day as one", () => {
    const uniform = seededUniform(8);
    const days = Array.from({ length: 120 }, () => [
      Math.floor(20 * uniform()),
      Math.floor(30 + 300 * uniform()),
      ...(uniform() < 0.5 ? [Math.floor(331 + 60 * uniform())] : []),
    ]);
    const twice = days.map((own, at) => purchasesOn(`c${String(at).padStart(3, "0")}`, [...own, own[1]!]));
    const expected = fitBgNbd(
      days.map((own) => ({
        repeats: own.length - 1,
        lastAt: (own.at(-1)! - own[0]!) / 7,
        knownFor: (400 - own[0]!) / 7,
      })),
    );
    expect(specOf(twice)).toMatchObject(expected);
  });

  it("does not depend on the order of customers", () => {
    expect(specOf([...customers].reverse())).toEqual(specOf(customers));
  });

  it("knows nothing of what came after the instant, nor of what was not known then", () => {
    const cut = customers.map(({ externalId, touchpoints }) => ({
      ...customerOf(externalId, []),
      touchpoints: { ...touchpoints, length: touchpoints.occurredAtMs.filter((timeMs) => timeMs <= UNTIL).length },
    }));
    expect(specOf(cut)).toEqual(specOf(customers));
    const late = customers.map((customer) => ({
      ...customer,
      knownFromMs: customer.touchpoints.occurredAtMs.map((timeMs) => (timeMs > noon(390) ? UNTIL + 1 : timeMs)),
    }));
    expect(specOf(late)).not.toEqual(specOf(customers));
    expect(specOf(late).aheadDays).toBe(30);
  });

  it("looks at kinds that keep a relationship alive alone", () => {
    const withLogins = customers.map((customer, at) =>
      at % 2 ? customer : customerOf(`login ${at}`, [{ day: 3, kind: "login" }]),
    );
    expect(specOf(withLogins.concat(customers.filter((_, at) => at % 2 === 0)))).toEqual(specOf(customers));
  });

  it("is not learned where break-ups are recorded, nor from too few who came back", () => {
    expect(signalsOf(customers, recordedSetup())).toEqual([]);
    const back = (count: number) => Array.from({ length: count }, (_, at) => purchasesOn(`back ${at}`, [5, 60 + at]));
    const once = Array.from({ length: 60 }, (_, at) => purchasesOn(`once ${at}`, [at]));
    expect(signalsOf([...back(99), ...once])).toEqual([]);
    expect(signalsOf([...back(100), ...once])).toHaveLength(1);
    expect(signalsOf([])).toEqual([]);
  });
});
