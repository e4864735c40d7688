import type { RowResolver } from "./resolve-rows";
import { type SortedTouchpoints, sortByKey } from "./sort-by-key";
import { TouchpointColumns } from "./touchpoint-columns";
import type { TouchpointRow } from "./touchpoint-row";

/**
 * Touchpoints on their way in. Rows whose customer and kind are remembered go into columns at once, before the transaction
 * that stores them has begun; the few others wait for it to look them up.
 */
export class TouchpointBatch {
  readonly settled: TouchpointColumns;
  readonly unsettled: TouchpointRow[] = [];
  readonly #resolver: RowResolver;
  #sorted: Readonly<{ of: number; order: SortedTouchpoints }> | undefined;

  /**
   * @param expectedRows how many are likely to come
   * @param settled empty columns to fill, of a batch that is stored
   */
  constructor(resolver: RowResolver, expectedRows: number, settled = new TouchpointColumns(expectedRows)) {
    this.#resolver = resolver;
    this.settled = settled;
  }

  /** The settled rows in the order of their keys. */
  sorted(): SortedTouchpoints {
    if (this.#sorted?.of !== this.settled.length) {
      this.#sorted = { of: this.settled.length, order: sortByKey(this.settled) };
    }
    return this.#sorted.order;
  }

  /** Copies the row: it may be changed after. @returns whether it may still be refused, for its customer or kind */
  add(row: TouchpointRow): boolean {
    const customerId = this.#resolver.customers.known(row.customerExternalId);
    const kind = customerId === undefined ? undefined : this.#resolver.kinds.find(row.kind);
    if (customerId === undefined || kind === undefined) {
      this.unsettled.push({ ...row });
      return true;
    }
    this.settled.add(row, customerId, kind);
    return false;
  }
}
