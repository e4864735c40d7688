/** Every kind of background work, with what it is told. The list of handlers is checked against this by the compiler. */
export interface TaskPayloads {
  readonly "dry-run-import": Readonly<{ importId: number }>;
  readonly "run-import": Readonly<{ importId: number }>;
  readonly "undo-import": Readonly<{ importId: number }>;
  /** Moves the touchpoints of a kind to the one it was merged into. */
  readonly "merge-kinds": Readonly<{ from: number }>;
  /** Re-scores all customers, as of the organisation's clock unless an instant is given. */
  readonly "score-all": Readonly<{ asOf?: string }>;
  /** Re-scores the customers whose touchpoints, facts or outcomes changed, as their orders say. */
  readonly "score-customers": Readonly<Record<string, never>>;
  /** Trains the model of a version that is in training. */
  readonly "train-model": Readonly<{ version: number }>;
  /** Compares what the active model predicted with what happened, for months whose horizon is over. */
  readonly "measure-drift": Readonly<Record<string, never>>;
  /** Changes many customers at once, or takes such a change back. */
  readonly "bulk-change": Readonly<{ bulkChangeId: number }>;
  readonly "undo-bulk-change": Readonly<{ bulkChangeId: number }>;
}

export type TaskName = keyof TaskPayloads;

/** What a handler gets: whose job it is, what to do, a way to tell how far it is, and a signal to stop. */
export type RunningJob<T extends TaskName> = Readonly<{
  organisationId: number;
  jobId: string;
  payload: TaskPayloads[T];
  /** Never waited for: progress is a courtesy, written at most four times a second. A total of 0: not known yet. */
  report: (progress: Readonly<{ done: number; total: number; unit: string }>) => void;
  signal: AbortSignal;
}>;

export type TaskHandler<T extends TaskName> = (job: RunningJob<T>) => Promise<void>;
