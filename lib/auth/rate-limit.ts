const MINUTE_MS = 60_000;
const MOST_KNOWN = 10_000;

/**
 * So many requests a minute from each sender, by the generic cell rate algorithm: a minute's worth may come at once, and
 * then as many as the rate lets through. One number for each sender is remembered.
 * See https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export class RateLimit {
  readonly #everyMs: number;
  /** When each sender would have used up what it may, had it sent evenly. */
  readonly #dueMs = new Map<string, number>();

  /** @param perMinute at least 1 */
  constructor(perMinute: number) {
    this.#everyMs = MINUTE_MS / perMinute;
  }

  /**
   * Counts one request, unless it is one too many.
   * @param nowMs of a clock that never goes back
   * @returns 0, or in how many milliseconds the next one may come
   */
  take(sender: string, nowMs: number): number {
    const dueMs = Math.max(nowMs, this.#dueMs.get(sender) ?? 0) + this.#everyMs;
    const earlyMs = dueMs - MINUTE_MS - nowMs;
    // Room for rounding: the last of a minute's worth is due exactly then.
    if (earlyMs > 1e-3) return earlyMs;
    if (this.#dueMs.size >= MOST_KNOWN) this.#forget(nowMs);
    this.#dueMs.set(sender, dueMs);
    return 0;
  }

  /** Those that have all of their minute left are as good as new. */
  #forget(nowMs: number): void {
    for (const [sender, dueMs] of this.#dueMs) if (dueMs <= nowMs) this.#dueMs.delete(sender);
    if (this.#dueMs.size >= MOST_KNOWN) this.#dueMs.clear();
  }
}
