/** Numbers by row; NaN is missing. */
export interface NumericColumn {
  readonly type: "numeric";
  readonly name: string;
  readonly values: Float64Array;
}

/** Names of categories by row. */
export interface CategoryColumn {
  readonly type: "category";
  readonly name: string;
  readonly values: readonly string[];
}

export type Column = NumericColumn | CategoryColumn;

/** What is known of customers at a moment each: one row for each (customer, moment), columns by signal or trait. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Rows of which it is known what happened. */
export interface LabelledTable extends Table {
  /** 1 for a break-up, 0 for none. */
  readonly outcomes: Uint8Array;
  /** The customer of each row: rows of one customer never lie on both sides of a split. */
  readonly groups: readonly string[];
}
