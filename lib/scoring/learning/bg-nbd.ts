import { logGamma } from "@/lib/scoring/learning/log-gamma";
import { minimise } from "@/lib/scoring/learning/minimise";

/** A customer's purchases: all times in the same unit, such as weeks, from the first purchase on. */
export interface PurchaseHistory {
  /** Purchases after the first. */
  readonly repeats: number;
  /** From the first purchase to the last; 0 without repeats. */
  readonly lastAt: number;
  /** From the first purchase to the end of what is known. */
  readonly knownFor: number;
}

/** Purchase rates are Gamma(r, alpha) and the chance to leave after a purchase is Beta(a, b) over customers. */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Logarithms of parameters are kept within this of 0: histories that leave one open do not run away. */
const LARGEST_LOG = 12;

/**
 * The BG/NBD model of purchases without a contract, by maximum likelihood.
 * Source: Fader, Hardie and Lee 2005, "Counting your customers" the easy way, Marketing Science 24(2).
 */
export function fitBgNbd(histories: readonly PurchaseHistory[]): BgNbdParameters {
  if (histories.length === 0) throw new RangeError("There must be at least one history.");
  const longest = histories.reduce((most, { knownFor }) => Math.max(most, knownFor), 0);
  const start = [0, Math.log(Math.max(1e-3, longest / 10)), 0, 1];
  const best = minimise(
    (logs) => {
      if (logs.some((log) => Math.abs(log) > LARGEST_LOG)) return Number.POSITIVE_INFINITY;
      const parameters = parametersOf(logs);
      return -histories.reduce((sum, history) => sum + logLikelihood(history, parameters), 0) / histories.length;
    },
    start,
    { size: 0.5, mostSteps: 1_000, tolerance: 1e-10 },
  );
  return parametersOf(best);
}

function parametersOf(logs: readonly number[]): BgNbdParameters {
  const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
  return { r, alpha, a, b };
}

/** ln of the likelihood of a history; equation 6 of the source, in the form that does not overflow. */
export function logLikelihood({ repeats: x, lastAt, knownFor }: PurchaseHistory, parameters: BgNbdParameters): number {
  const { r, alpha, a, b } = parameters;
  const buying = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
  const staying = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
  const stayed = -(r + x) * Math.log(alpha + knownFor);
  if (x === 0) return buying + staying + stayed;
  const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + lastAt);
  const larger = Math.max(stayed, left);
  return buying + staying + larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger));
}

/** The probability that the customer has not left for good at the end of what is known. */
export function probabilityAlive(
  { repeats: x, lastAt, knownFor }: PurchaseHistory,
  parameters: BgNbdParameters,
): number {
  if (x === 0) return 1;
  const { r, alpha, a, b } = parameters;
  const logOddsOfLeft = Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + knownFor) / (alpha + lastAt));
  return 1 / (1 + Math.exp(logOddsOfLeft));
}

/**
 * The probability of no purchase in the time `ahead`: the customer has left, or stays and, with the rate
 * Gamma(r + x, alpha + T), does not buy in that time.
 */
export function probabilityOfNoPurchase(history: PurchaseHistory, ahead: number, parameters: BgNbdParameters): number {
  const { r, alpha } = parameters;
  const alive = probabilityAlive(history, parameters);
  const known = alpha + history.knownFor;
  return 1 - alive + alive * (known / (known + ahead)) ** (r + history.repeats);
}
