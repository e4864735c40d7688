import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BgNbdParameters,
  fitBgNbd,
  logLikelihood,
  type PurchaseHistory,
  probabilityAlive,
  probabilityOfNoPurchase,
} from "@/lib/scoring/learning/bg-nbd";
import { logGamma } from "@/lib/scoring/learning/log-gamma";
import { purchaseHistories, TRUTH } from "./support/purchase-histories";

/** The estimates of Fader, Hardie and Lee 2005, table 2, for the CDNOW data, in weeks. */
const CDNOW: BgNbdParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const historyArbitrary = fc
  .record({
    repeats: fc.integer({ min: 0, max: 60 }),
    lastShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    knownFor: fc.double({ min: 1, max: 150, noNaN: true }),
  })
  .map(
    ({ repeats, lastShare, knownFor }): PurchaseHistory => ({
      repeats,
      lastAt: repeats === 0 ? 0 : lastShare * knownFor,
      knownFor,
    }),
  );

const parametersArbitrary = fc.record({
  r: fc.double({ min: 0.1, max: 5, noNaN: true }),
  alpha: fc.double({ min: 0.1, max: 50, noNaN: true }),
  a: fc.double({ min: 0.1, max: 5, noNaN: true }),
  b: fc.double({ min: 0.1, max: 10, noNaN: true }),
});

/** The mean of f over Gamma(r, alpha) rates and Beta(a, b) chances to leave, by the midpoint rule. */
function meanOverCustomers({ r, alpha, a, b }: BgNbdParameters, f: (rate: number, leaving: number) => number): number {
  const cells = 200;
  const highestRate = 8;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  let sum = 0;
  for (let i = 0; i < cells; i++) {
    const rate = ((i + 0.5) / cells) * highestRate;
    const gamma = Math.exp(r * Math.log(alpha) + (r - 1) * Math.log(rate) - alpha * rate - logGamma(r));
    for (let j = 0; j < cells; j++) {
      const leaving = (j + 0.5) / cells;
      const beta = Math.exp((a - 1) * Math.log(leaving) + (b - 1) * Math.log(1 - leaving) - logBeta);
      sum += gamma * beta * f(rate, leaving);
    }
  }
  return (sum * highestRate) / cells ** 2;
}

/** The density of a history and no purchase in the time ahead, for a customer of known rate and chance to leave. */
function densityOf({ repeats: x, lastAt, knownFor }: PurchaseHistory, ahead: number) {
  return (rate: number, leaving: number) => {
    const bought = rate ** x;
    const stayed = (1 - leaving) ** x * Math.exp(-rate * (knownFor + ahead));
    const left = x === 0 ? 0 : leaving * (1 - leaving) ** (x - 1) * Math.exp(-rate * lastAt);
    return bought * (stayed + left);
  };
}

describe("logGamma", () => {
  it.each([
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.PI) / 2],
    [0.25, 1.2880225246980774],
    [11, Math.log(3_628_800)],
    [100, 359.1342053695754],
  ])("of %d is %d", (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 11);
  });

  it("rises by ln x from x to x + 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9);
      }),
    );
  });
});

describe("logLikelihood", () => {
  const smooth: BgNbdParameters = { r: 2.5, alpha: 3, a: 2, b: 3 };

  it.each([
    { repeats: 0, lastAt: 0, knownFor: 2 },
    { repeats: 1, lastAt: 1.5, knownFor: 4 },
    { repeats: 4, lastAt: 3, knownFor: 3.5 },
    { repeats: 3, lastAt: 1, knownFor: 6 },
  ])("is the mean density over customers: $repeats repeats until $lastAt of $knownFor", (history) => {
    const integrated = meanOverCustomers(smooth, densityOf(history, 0));
    expect(Math.exp(logLikelihood(history, smooth)) / integrated).toBeCloseTo(1, 3);
  });

  it("is finite for any history", () => {
    fc.assert(
      fc.property(historyArbitrary, parametersArbitrary, (history, parameters) => {
        expect(logLikelihood(history, parameters)).toSatisfy(Number.isFinite);
      }),
    );
  });
});

describe("probabilityAlive", () => {
  it("is known for a customer of the source", () => {
    // a / (b + 1) ((alpha + 38.86) / (alpha + 30.43))^(r + 2) = 0.376
    expect(probabilityAlive({ repeats: 2, lastAt: 30.43, knownFor: 38.86 }, CDNOW)).toBeCloseTo(0.7266, 3);
  });

  it("is 1 without repeats: customers leave only after a purchase that is seen", () => {
    expect(probabilityAlive({ repeats: 0, lastAt: 0, knownFor: 30 }, CDNOW)).toBe(1);
  });

  it("falls with the time since the last purchase", () => {
    fc.assert(
      fc.property(
        historyArbitrary,
        parametersArbitrary,
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (history, p, more) => {
          const later = { ...history, knownFor: history.knownFor + more };
          expect(probabilityAlive(later, p)).toBeLessThanOrEqual(probabilityAlive(history, p));
        },
      ),
    );
  });
});

describe("probabilityOfNoPurchase", () => {
  const smooth: BgNbdParameters = { r: 2.5, alpha: 3, a: 2, b: 3 };

  it.each([
    { history: { repeats: 0, lastAt: 0, knownFor: 2 }, ahead: 1 },
    { history: { repeats: 1, lastAt: 1.5, knownFor: 4 }, ahead: 2 },
    { history: { repeats: 4, lastAt: 3, knownFor: 3.5 }, ahead: 0.5 },
    { history: { repeats: 3, lastAt: 1, knownFor: 6 }, ahead: 3 },
  ])("is the integral over customers like this one: $history, $ahead ahead", ({ history, ahead }) => {
    const without = meanOverCustomers(smooth, densityOf(history, ahead));
    const all = meanOverCustomers(smooth, densityOf(history, 0));
    expect(probabilityOfNoPurchase(history, ahead, smooth)).toBeCloseTo(without / all, 3);
  });

  it("is a probability, not below that of having left", () => {
    fc.assert(
      fc.property(
        historyArbitrary,
        parametersArbitrary,
        fc.double({ min: 0, max: 100, noNaN: true }),
        (history, p, ahead) => {
          const probability = probabilityOfNoPurchase(history, ahead, p);
          expect(probability).toBeLessThanOrEqual(1);
          expect(probability).toBeGreaterThanOrEqual(1 - probabilityAlive(history, p));
        },
      ),
    );
  });

  it("is the probability of having left when the time ahead has no end, and 1 when there is none", () => {
    const history = { repeats: 3, lastAt: 20, knownFor: 25 };
    expect(probabilityOfNoPurchase(history, 0, CDNOW)).toBeCloseTo(1, 12);
    expect(probabilityOfNoPurchase(history, 1e12, CDNOW)).toBeCloseTo(1 - probabilityAlive(history, CDNOW), 9);
  });

  it("falls with the time ahead", () => {
    fc.assert(
      fc.property(
        historyArbitrary,
        parametersArbitrary,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (history, p, ahead) => {
          const shorter = probabilityOfNoPurchase(history, ahead, p);
          expect(probabilityOfNoPurchase(history, ahead + 1, p)).toBeLessThanOrEqual(shorter);
        },
      ),
    );
  });
});

describe("fitBgNbd", () => {
  const histories = purchaseHistories(150);
  const fitted = fitBgNbd(histories);
  const likelihoodOf = (parameters: BgNbdParameters) =>
    histories.reduce((sum, history) => sum + logLikelihood(history, parameters), 0);

  it("is at least as likely as the truth", () => {
    expect(likelihoodOf(fitted)).toBeGreaterThanOrEqual(likelihoodOf(TRUTH));
  });

  it("is at a maximum: no small step in any direction is likelier", () => {
    for (const name of ["r", "alpha", "a", "b"] as const) {
      for (const factor of [0.97, 1.03]) {
        expect(likelihoodOf({ ...fitted, [name]: fitted[name] * factor })).toBeLessThan(likelihoodOf(fitted));
      }
    }
  });

  it("needs a history, and stays finite with one", () => {
    expect(() => fitBgNbd([])).toThrow("at least one history");
    const lonely = fitBgNbd([{ repeats: 0, lastAt: 0, knownFor: 10 }]);
    for (const parameter of Object.values(lonely)) expect(parameter).toSatisfy(Number.isFinite);
  });
});
