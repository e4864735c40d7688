import type { PoolClient } from "pg";
import { createKinds } from "@/lib/kinds/create-kinds";
import { kindKey } from "@/lib/kinds/kind-key";

/** A kind as touchpoints need it. The key goes into the identity of touchpoints without an id of the sender. */
export type KnownKind = Readonly<{ id: number; key: string }>;

const MAX_REMEMBERED = 10_000;

/**
 * An organisation's kinds, found by key, by the key of a name, or by label in any case. The name of a kind that was merged
 * finds the other under the key that was sent, so that what was sent before the merge is the same when it comes again.
 */
export class KindDirectory {
  readonly #organisationId: number;
  readonly #importId: number | null;
  readonly #before: ReadonlyMap<string, KnownKind>;
  readonly #byName = new Map<string, KnownKind>();
  readonly #seen = new Map<string, KnownKind | null>();
  readonly #imagined = new Map<string, KnownKind>();
  #isLoaded = false;

  /**
   * @param importId the import that adds to the catalogue, if it is one
   * @param known names whose kinds are known before
   */
  constructor(organisationId: number, importId: number | null, known: ReadonlyMap<string, KnownKind> = new Map()) {
    this.#organisationId = organisationId;
    this.#importId = importId;
    this.#before = known;
  }

  /** The names that were looked for, with the kinds they stand for. */
  get found(): ReadonlyMap<string, KnownKind> {
    return new Map([...this.#seen].flatMap(([name, kind]) => (kind ? [[name, kind] as const] : [])));
  }

  async load(client: PoolClient): Promise<void> {
    if (this.#isLoaded) return;
    const { rows } = await client.query<{ id: number; key: string; label: string }>(
      "SELECT coalesce(merged_into_id, id) AS id, key, label FROM kind WHERE organisation_id = $1 ORDER BY kind.id DESC",
      [this.#organisationId],
    );
    this.#seen.clear();
    this.#byName.clear();
    for (const { id, key, label } of rows) this.#byName.set(label.toLowerCase(), { id, key });
    for (const { id, key } of rows) this.#byName.set(key, { id, key });
    this.#isLoaded = true;
  }

  find(name: string): KnownKind | undefined {
    const seen = this.#before.get(name) ?? this.#seen.get(name);
    if (seen !== undefined) return seen ?? undefined;
    const key = kindKey(name);
    const kind =
      this.#byName.get(name) ??
      this.#byName.get(key) ??
      this.#byName.get(name.toLowerCase()) ??
      this.#imagined.get(key);
    if (this.#seen.size >= MAX_REMEMBERED) this.#seen.clear();
    this.#seen.set(Buffer.from(name).toString(), kind ?? null);
    return kind;
  }

  /** Adds kinds for these names to the catalogue. */
  async create(client: PoolClient, names: readonly string[]): Promise<void> {
    await createKinds(client, this.#organisationId, names, this.#importId);
    this.forget();
    await this.load(client);
  }

  /** For a rehearsal: as if they were in the catalogue, under ids that no kind has. */
  imagine(names: readonly string[], maxKinds: number): void {
    for (const name of names) {
      const key = kindKey(name);
      const isFull = this.#byName.size + this.#imagined.size >= maxKinds;
      if (key !== "" && !isFull && !this.#imagined.has(key))
        this.#imagined.set(key, { id: -1 - this.#imagined.size, key });
    }
    this.#seen.clear();
  }

  /** After a rollback: kinds that were just made are gone. */
  forget(): void {
    this.#isLoaded = false;
  }
}
