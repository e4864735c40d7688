import type { KnownKind } from "./kind-directory";

const MOST_ORGANISATIONS = 8;
const MOST_CUSTOMERS = 100_000;
const MOST_KIND_NAMES = 10_000;

/** What was looked up of one organisation, as it is under one `lookup_version`. */
export class Lookups {
  readonly customers = new Map<string, number>();
  readonly kinds = new Map<string, KnownKind>();
  /** Whether the last batch was all new: then the next is likely to be, too. */
  expectsNew = true;
  readonly version: number;

  constructor(version: number) {
    this.version = version;
  }

  /** What a transaction found that has committed. */
  remember(customers: ReadonlyMap<string, number>, kinds: ReadonlyMap<string, KnownKind>): void {
    if (this.customers.size + customers.size > MOST_CUSTOMERS) this.customers.clear();
    for (const [externalId, id] of customers) this.customers.set(externalId, id);
    if (this.kinds.size + kinds.size > MOST_KIND_NAMES) this.kinds.clear();
    for (const [name, kind] of kinds) this.kinds.set(name, kind);
  }
}

/**
 * Remembers customers and kinds from one request to the next, for the organisations that sent something last: finding them
 * takes PostgreSQL as long as half of storing the rows. Nothing is taken from it unless the version in the database is still
 * the one that it was found under, which is asked in the transaction that stores the rows.
 */
class LookupMemory {
  readonly #byOrganisation = new Map<number, Lookups>();

  latest(organisationId: number): Lookups | undefined {
    return this.#byOrganisation.get(organisationId);
  }

  /** What is remembered under this version: nothing yet when it is another than before. */
  at(organisationId: number, version: number): Lookups {
    const known = this.#byOrganisation.get(organisationId);
    const lookups = known?.version === version ? known : new Lookups(version);
    this.#byOrganisation.delete(organisationId);
    this.#byOrganisation.set(organisationId, lookups);
    for (const oldest of this.#byOrganisation.keys()) {
      if (this.#byOrganisation.size <= MOST_ORGANISATIONS) break;
      this.#byOrganisation.delete(oldest);
    }
    return lookups;
  }
}

/** The memory of this process. */
export const lookupMemory = new LookupMemory();
