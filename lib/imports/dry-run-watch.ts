import type { PoolClient } from "pg";
import { createLocalTimeReader } from "@/lib/csv/local-time";
import type { DryRunFindings, ImportWarning } from "@/lib/schemas/import-findings";
import { RowFault } from "./read-cell";
import type { Reject } from "./reject";
import type { RowReader } from "./row-reader";
import { ValueSpread } from "./value-spread";

/** What is looked at of a row. `value` is NaN where there is none; a day without a time is its midnight in UTC. */
type WatchedRow = Readonly<{ row: number; customerExternalId: string; atMs: number; kind?: string; value?: number }>;

type Seen = WatchedRow & Readonly<{ line: number }>;

const EXAMPLES = 5;
const MAX_NAMES = 500;

/** Looks at the rows of a dry run for what is possible and yet probably wrong, and counts what is refused and why. */
export class DryRunWatch {
  /** Line of the file that is being read. */
  line = 0;
  readonly #organisationId: number;
  readonly #nowMs: number;
  readonly #localTime: (localMs: number) => readonly number[];
  readonly #dates = new Map<"before-start" | "future", ImportWarning>();
  readonly #spreads = new Map<string, ValueSpread>();
  readonly #faults = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  readonly #unknownCustomers = new Set<string>();
  #chunk: Seen[] = [];

  constructor(organisationId: number, nowMs: number, timeZone: string) {
    this.#organisationId = organisationId;
    this.#nowMs = nowMs;
    this.#localTime = createLocalTimeReader(timeZone);
  }

  /** A reader whose rows are looked at. */
  over<Row>(read: RowReader<Row>, see: (row: Row) => WatchedRow): RowReader<Row> {
    return (fields, row) => {
      const result = read(fields, row);
      if (!(result instanceof RowFault)) this.#chunk.push({ ...see(result), line: this.line });
      return result;
    };
  }

  /** After a chunk was merged: its rows that came in are judged. */
  async settle(client: PoolClient, rejects: readonly Reject[]): Promise<void> {
    const chunk = this.#chunk;
    this.#chunk = [];
    const refused = new Map(rejects.map((reject) => [reject.row, reject.code]));
    for (const { code } of rejects) add(this.#faults, code);
    for (const row of chunk) {
      if (row.kind !== undefined) add(this.#kinds, row.kind);
      if (refused.get(row.row) === "unknown-customer" && this.#unknownCustomers.size < 100_000)
        this.#unknownCustomers.add(row.customerExternalId);
    }
    const came = chunk.filter((row) => !refused.has(row.row));
    const starts = await this.#findStarts(client, new Set(came.map((row) => row.customerExternalId)));
    for (const row of came) this.#judge(row, starts.get(row.customerExternalId));
  }

  /** @param isKnown whether the catalogue has a kind of this name */
  findings(isKnown: (kind: string) => boolean): Omit<DryRunFindings, "samples"> {
    const newKinds = new Map([...this.#kinds].filter(([kind]) => !isKnown(kind)));
    const outliers = [...this.#spreads].flatMap(([kind, spread]): ImportWarning[] => {
      const far = spread.farOut();
      const examples = far.slice(0, EXAMPLES).map(({ line, value }) => ({ line, text: String(value) }));
      return far.length === 0 ? [] : [{ code: "far-outlier", kind, rows: far.length, examples }];
    });
    return {
      warnings: [...this.#dates.values(), ...outliers.slice(0, 50)],
      faults: ranked(this.#faults),
      newKinds: ranked(newKinds),
      unknownCustomers: this.#unknownCustomers.size,
    };
  }

  #judge({ line, atMs, kind, value = Number.NaN }: Seen, startMs: number | undefined): void {
    if (atMs > this.#nowMs) this.#warn("future", line, atMs);
    if (startMs !== undefined && atMs < startMs) this.#warn("before-start", line, atMs);
    if (kind === undefined || Number.isNaN(value)) return;
    const spread = this.#spreads.get(kind) ?? (this.#spreads.size < MAX_NAMES ? new ValueSpread() : undefined);
    if (!spread) return;
    this.#spreads.set(kind, spread);
    spread.add(line, value);
  }

  #warn(code: "before-start" | "future", line: number, atMs: number): void {
    const before = this.#dates.get(code) ?? { code, kind: null, rows: 0, examples: [] };
    const example = { line, text: new Date(atMs).toISOString().slice(0, 16).replace("T", " ") };
    const examples = before.examples.length < EXAMPLES ? [...before.examples, example] : before.examples;
    this.#dates.set(code, { ...before, rows: before.rows + 1, examples });
  }

  /** The instant a known customer's first day begins, where that day is known. */
  async #findStarts(client: PoolClient, externalIds: ReadonlySet<string>): Promise<Map<string, number>> {
    if (externalIds.size === 0) return new Map();
    const { rows } = await client.query<{ external_id: string; started_on: string }>(
      `SELECT asked.external_id, known.started_on::text FROM unnest($2::text[]) AS asked(external_id)
       CROSS JOIN LATERAL (SELECT started_on FROM customer
         WHERE organisation_id = (SELECT $1::int) AND external_id = asked.external_id LIMIT 1) AS known
       WHERE known.started_on IS NOT NULL`,
      [this.#organisationId, [...externalIds]],
    );
    return new Map(
      rows.map(({ external_id, started_on }) => {
        const midnight = Date.parse(started_on);
        return [external_id, this.#localTime(midnight)[0] ?? midnight];
      }),
    );
  }
}

function add(counts: Map<string, number>, name: string): void {
  if (counts.has(name) || counts.size < MAX_NAMES) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function ranked(counts: ReadonlyMap<string, number>): { name: string; rows: number }[] {
  const list = [...counts].map(([name, rows]) => ({ name, rows }));
  return list.sort((one, other) => other.rows - one.rows || (one.name < other.name ? -1 : 1)).slice(0, 100);
}
