/** Stores a chunk, and commits when `turn` has come; when that fails, it rolls back and fails, too. */
type Store = (turn: Promise<void>) => Promise<void>;
type Flight = Readonly<{ keys: Uint32Array | undefined; done: Promise<void> }>;

/**
 * Stores chunks, two at a time where they cannot meet in the database, so that PostgreSQL uses two cores. Each commits in
 * its turn, after all before it: at any moment what is stored is a whole number of chunks from the beginning.
 *
 * Two transactions that want the same key wait for each other: one in the database, the other here, for its turn. So two
 * chunks go together only when all their customers and kinds are known and none of their keys is the same.
 */
export class ChunkLanes {
  #older: Promise<void> = Promise.resolve();
  #newest: Flight = { keys: undefined, done: Promise.resolve() };

  /**
   * Sends a chunk on its way, and waits while two are.
   * @param keys of the chunk, where all that it needs is known
   * @throws what a chunk before it failed with
   */
  async send(keys: Uint32Array | undefined, store: Store): Promise<void> {
    await this.#older;
    const before = this.#newest;
    if (!areApart(before.keys, keys)) await before.done;
    const done = store(before.done);
    // Awaited before the one after the next; until then a failure must not count as unhandled.
    done.catch(() => undefined);
    this.#older = before.done;
    this.#newest = { keys, done };
  }

  /** Waits until nothing is on its way, whatever became of it. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#older, this.#newest.done]);
  }

  /** @throws what a chunk failed with */
  async finish(): Promise<void> {
    await this.#older;
    await this.#newest.done;
  }
}

/** Whether two lists in rising order have no number in common. */
function areApart(one: Uint32Array | undefined, other: Uint32Array | undefined): boolean {
  if (!one || !other) return false;
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) return false;
    if (difference < 0) left += 1;
    else right += 1;
  }
  return true;
}
