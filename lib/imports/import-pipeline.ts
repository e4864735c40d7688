import type { PoolClient } from "pg";
import type { CsvRecord } from "@/lib/csv/record-splitter";
import { type HoldResult, type HoldTarget, holdRows, type RowToHold } from "@/lib/held-rows/hold-rows";
import { splitRefusals, type UnknownPolicies } from "@/lib/held-rows/split-refusals";
import type { HeldReason } from "@/lib/schemas/held-row";
import type { ImportDetected } from "@/lib/schemas/import-detected";
import type { CompiledMapping } from "./compile-mapping";
import type { MergeResult, RowRefusal } from "./merge-result";
import { RowFault } from "./read-cell";
import { type Reject, rejectOf, shapeFault } from "./reject";
import type { RowReader } from "./row-reader";

/** `held`: rows that wait in the holding pen. */
export type ChunkCounts = MergeResult["counts"] & Readonly<{ held: number }>;

/** How rows of unknown customers and kinds are put aside. */
export type Holding<Row> = Readonly<{
  policies: UnknownPolicies;
  target: HoldTarget;
  /** Reads a row once more, unwatched. */
  readRow: RowReader<Row>;
  toHeld: (row: Row, reason: HeldReason, fields: readonly string[]) => RowToHold;
}>;

/** What became of a chunk: every row is counted once or among the rejects. */
export type ChunkResult = Readonly<{
  rows: number;
  counts: ChunkCounts;
  rejects: readonly Reject[];
  touched: ReadonlySet<number>;
}>;

/** Rows on their way in. They are checked while they are added and stored by `merge`, in the caller's transaction. */
export interface ImportChunk {
  readonly rows: number;
  /**
   * The beginnings of the keys that the merge writes under, in rising order. Undefined when it may do more than write rows
   * under their keys: look something up, make a customer or a kind.
   */
  readonly keys: Uint32Array | undefined;
  add(record: CsvRecord): void;
  merge(client: PoolClient): Promise<ChunkResult>;
}

/** Reading and merging for one type of file; what a transaction learned counts after `committed`. */
export interface ImportPipeline {
  /** @param firstRow number of the chunk's first row, counted from 1 */
  begin(firstRow: number): ImportChunk;
  committed(): void;
  rolledBack(): void;
}

/** Takes checked rows until a transaction merges them. */
export interface RowCollector<Row> {
  /** Keeps nothing of the row itself unless the reader makes one for each. @returns whether the merge may still refuse the row: then its record is kept to be shown */
  add(row: Row): boolean;
  /** As those of the chunk; absent where they are never known. */
  readonly keys?: Uint32Array | undefined;
  merge(client: PoolClient): Promise<MergeResult>;
}

type Parts<Row> = Readonly<{
  mapping: CompiledMapping;
  detected: ImportDetected;
  readRow: RowReader<Row>;
  collect: () => RowCollector<Row>;
  /** Absent where nothing is looked up. */
  holding?: Holding<Row>;
  committed: () => void;
  rolledBack: () => void;
}>;

export function assemblePipeline<Row>(parts: Parts<Row>): ImportPipeline {
  return {
    begin: (firstRow) => beginChunk(parts, firstRow),
    committed: parts.committed,
    rolledBack: parts.rolledBack,
  };
}

/** Collects rows as they are. */
export function collectRows<Row>(
  merge: (client: PoolClient, rows: readonly Row[]) => Promise<MergeResult>,
): RowCollector<Row> {
  const rows: Row[] = [];
  return { add: (row) => rows.push(row) > 0, merge: (client) => merge(client, rows) };
}

function beginChunk<Row>(parts: Parts<Row>, firstRow: number): ImportChunk {
  const { mapping, detected, readRow, collect } = parts;
  const collector = collect();
  const records = new Map<number, CsvRecord>();
  const rejects: Reject[] = [];
  let count = 0;
  return {
    get rows() {
      return count;
    },
    get keys() {
      return collector.keys;
    },
    add(record) {
      const row = firstRow + count;
      count += 1;
      const wrongShape = shapeFault(record, detected);
      const result = wrongShape ? undefined : readRow(record.fields, row);
      const fault = wrongShape ?? (result instanceof RowFault ? result : undefined);
      if (fault) rejects.push(asInFile(rejectOf(record, row, fault), detected));
      else if (result !== undefined && !(result instanceof RowFault) && collector.add(result)) records.set(row, record);
    },
    async merge(client) {
      const { counts, refusals, touched } = await collector.merge(client);
      const aside = await putAside(client, parts, records, refusals);
      const refused = aside.refusals.flatMap((refusal) => {
        const record = records.get(refusal.row);
        const column = mapping.fields.get(refusal.field)?.name ?? refusal.field;
        return record ? [asInFile(rejectOf(record, refusal.row, { ...refusal, column }), detected)] : [];
      });
      const all = [...rejects, ...refused].sort((one, other) => one.row - other.row);
      const duplicates = counts.duplicates + aside.duplicates;
      return { rows: count, counts: { ...counts, duplicates, held: aside.held }, rejects: all, touched };
    },
  };
}

/** A row of a split as the file has it: without the two columns more, and at fault in the column that was taken apart. */
function asInFile(reject: Reject, { columns, split }: ImportDetected): Reject {
  if (!split) return reject;
  const isAdded = columns.slice(split.width).some(({ name }) => name === reject.column);
  const column = isAdded ? (reject.fields[split.width] ?? reject.column) : reject.column;
  return { ...reject, column, fields: reject.fields.slice(0, split.width) };
}

/** Holds the rows that are to be held of those that the merge refused. They are read once more: few are. */
async function putAside<Row>(
  client: PoolClient,
  { detected, holding }: Parts<Row>,
  records: ReadonlyMap<number, CsvRecord>,
  refusals: readonly RowRefusal[],
): Promise<HoldResult> {
  if (!holding) return { held: 0, duplicates: 0, refusals };
  const { toHold, refused } = splitRefusals(refusals, holding.policies);
  const rows: RowToHold[] = [];
  for (const [row, reason] of toHold) {
    const record = records.get(row);
    const content = record && holding.readRow(record.fields, row);
    if (!record || content === undefined || content instanceof RowFault) continue;
    const { fields } = asInFile(rejectOf(record, row, { column: "", code: reason, message: "" }), detected);
    rows.push(holding.toHeld(content, reason, fields));
  }
  const held = await holdRows(client, holding.target, rows);
  return { ...held, refusals: [...refused, ...held.refusals] };
}
