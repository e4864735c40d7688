import type { CustomerToScore } from "@/lib/scores/for-each-customer";
import type { ScoringSetup } from "@/lib/scores/scoring-setup";
import { NumberBuffer } from "@/lib/scoring/learning/number-buffer";
import { anchorIntercept } from "@/lib/scoring/model/anchor-intercept";
import { brokeUpWithin } from "./broke-up-within";

const DAY_MS = 86_400_000;
/** Fewer break-ups than this say little about the base rate: the assumed one stays, and screens say so. */
export const MIN_BREAK_UPS = 10;
/** The base rate is that of so many horizons in a row: of one alone it would be mostly chance. */
export const HORIZONS = 4;

export type FoundAnchor = Readonly<{ intercept: number; customers: number; breakUps: number; baseRate: number }>;

/**
 * Everyone who was current when one of the last four horizons began, and how many broke up within it: what an intercept
 * is anchored to.
 */
export class AnchorRows {
  /** When the horizons began, ascending. */
  readonly startsMs: readonly number[];
  private readonly logits = new NumberBuffer();
  private breakUps = 0;

  constructor(
    private readonly setup: ScoringSetup,
    asOfMs: number,
  ) {
    const horizonMs = setup.settings.horizonDays * DAY_MS;
    this.startsMs = Array.from({ length: HORIZONS }, (_, at) => asOfMs - (HORIZONS - at) * horizonMs);
  }

  /** @param logits contributions without intercept at `startsMs`, in that order; more may follow */
  add(customer: CustomerToScore, logits: ArrayLike<number>): void {
    this.startsMs.forEach((startMs, at) => {
      const brokeUp = brokeUpWithin(this.setup, customer, startMs);
      if (brokeUp === null) return;
      this.logits.push(logits[at] as number);
      if (brokeUp) this.breakUps += 1;
    });
  }

  /**
   * The intercept at which the mean probability is the share that broke up.
   * @param share of all customers that were added: what is too few is decided over all of them
   * @returns null when break-ups are too few, or nobody is left
   */
  anchor(share = 1): FoundAnchor | null {
    const { logits, breakUps } = this;
    const customers = logits.length;
    if (breakUps === 0 || breakUps / share < MIN_BREAK_UPS || breakUps === customers) return null;
    const baseRate = breakUps / customers;
    const all = logits.inOrder(Uint32Array.from({ length: customers }, (_, at) => at));
    return { intercept: anchorIntercept(all, baseRate), customers, breakUps, baseRate };
  }
}
