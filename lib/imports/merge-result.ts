/** What became of rows. `conflicts` are among the duplicates: the same key with other content. */
export type MergeCounts = Readonly<{
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  conflicts: number;
}>;

/** Why one row was refused: `field` is the field at fault. */
export type RowRefusal = Readonly<{ row: number; field: string; code: string; message: string }>;

/** What a merge did: every row is counted once or refused. `touched`: customers whose score may have changed. */
export type MergeResult = Readonly<{
  counts: MergeCounts;
  refusals: readonly RowRefusal[];
  touched: ReadonlySet<number>;
}>;
