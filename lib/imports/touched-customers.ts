/** Beyond so many touched customers all are scored. */
export const MAX_TOUCHED = 20_000;

/** Customers whose score an import may have changed, up to a bound. */
export class TouchedCustomers {
  readonly #ids = new Set<number>();
  #isAll: boolean;

  /** @param isAll true when some are not known any more: those that an interrupted run had touched */
  constructor(isAll: boolean) {
    this.#isAll = isAll;
  }

  add(ids: ReadonlySet<number>): void {
    if (this.#isAll) return;
    for (const id of ids) this.#ids.add(id);
    if (this.#ids.size <= MAX_TOUCHED) return;
    this.#isAll = true;
    this.#ids.clear();
  }

  result(): "all" | readonly number[] {
    return this.#isAll ? "all" : [...this.#ids].sort((one, other) => one - other);
  }
}
