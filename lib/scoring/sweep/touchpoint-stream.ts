/**
 * The touchpoints of one filter that the sweep has reached so far, in time order. Signals with the same filter share one
 * stream; its arrays grow and are kept from customer to customer.
 */
export class TouchpointStream {
  length = 0;
  timesMs = new Float64Array(64);
  /** Indexes into the customer's touchpoint columns. */
  indexes = new Int32Array(64);

  append(index: number, timeMs: number): void {
    if (this.length === this.timesMs.length) this.grow();
    this.timesMs[this.length] = timeMs;
    this.indexes[this.length] = index;
    this.length++;
  }

  /** Time of the last touchpoint; NaN when there is none. */
  lastMs(): number {
    return this.length === 0 ? Number.NaN : (this.timesMs[this.length - 1] as number);
  }

  /** Position of the first touchpoint later than the instant; `length` when there is none. */
  firstAfter(instantMs: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.timesMs[middle] as number) > instantMs) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Position of the first touchpoint at the instant or later; `length` when there is none. */
  firstFrom(instantMs: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.timesMs[middle] as number) >= instantMs) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private grow(): void {
    const timesMs = new Float64Array(this.timesMs.length * 2);
    const indexes = new Int32Array(this.indexes.length * 2);
    timesMs.set(this.timesMs);
    indexes.set(this.indexes);
    this.timesMs = timesMs;
    this.indexes = indexes;
  }
}
