import type { PoolClient } from "pg";
import { type CustomerResolution, resolveCustomers } from "./resolve-customers";

const MAX_REMEMBERED = 300_000;

/**
 * Looks customers up by external id and remembers them over many chunks of one import. What a transaction found counts
 * only after `commit()`: a customer made in a transaction that rolled back does not exist.
 */
export class CustomerDirectory {
  readonly #resolution: CustomerResolution;
  readonly #isRehearsal: boolean;
  readonly #before: ReadonlyMap<string, number>;
  readonly #known = new Map<string, number>();
  readonly #pending = new Map<string, number>();
  #lastImagined = 0;

  /**
   * @param isRehearsal nothing is created: customers that would be get a negative id instead
   * @param known those that are known before; without an owner to look for, since it holds everyone's
   */
  constructor(resolution: CustomerResolution, isRehearsal: boolean, known: ReadonlyMap<string, number> = new Map()) {
    this.#resolution = resolution;
    this.#isRehearsal = isRehearsal;
    this.#before = known;
  }

  /** Those that this transaction found or made. */
  get found(): ReadonlyMap<string, number> {
    return this.#pending;
  }

  /** External id to internal id, without those that stay unknown. */
  async find(
    client: PoolClient,
    externalIds: ReadonlySet<string>,
  ): Promise<(externalId: string) => number | undefined> {
    const asked = [...externalIds].filter((externalId) => this.known(externalId) === undefined);
    if (asked.length > 0) {
      const resolution: CustomerResolution = this.#isRehearsal
        ? { ...this.#resolution, unknown: "reject" }
        : this.#resolution;
      for (const [externalId, id] of await resolveCustomers(client, resolution, asked))
        this.#pending.set(externalId, id);
      if (this.#isRehearsal && this.#resolution.unknown === "create") this.#imagine(asked);
    }
    return (externalId) => this.known(externalId) ?? this.#pending.get(externalId);
  }

  /** The internal id of a customer that an earlier transaction found or made. */
  known(externalId: string): number | undefined {
    return this.#known.get(externalId) ?? this.#before.get(externalId);
  }

  commit(): void {
    if (this.#known.size + this.#pending.size > MAX_REMEMBERED && !this.#isRehearsal) this.#known.clear();
    for (const [externalId, id] of this.#pending) this.#known.set(externalId, id);
    this.#pending.clear();
  }

  rollback(): void {
    this.#pending.clear();
  }

  #imagine(externalIds: readonly string[]): void {
    for (const externalId of externalIds) {
      if (this.#pending.has(externalId)) continue;
      this.#lastImagined -= 1;
      // A copy: a piece cut from a file's text would keep all of that text in memory.
      this.#pending.set(Buffer.from(externalId).toString(), this.#lastImagined);
    }
  }
}
