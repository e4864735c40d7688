export type RunOptions = Readonly<{
  /** Told often how many bytes of the file are done. */
  report?: (progress: Readonly<{ done: number; total: number; unit: string }>) => void;
  signal?: AbortSignal;
  /** Rows that are stored in one transaction. */
  chunkRows?: number;
}>;
