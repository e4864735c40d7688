import type { UndoProgress, UndoReason, UndoTally } from "@/lib/schemas/import-undo";

const EXAMPLES = 20;

/** Something that stays as it is, and why: `error` when it should have been taken back and could not. */
export type Unreversed = Readonly<{ code: UndoReason["code"]; name: string; isError: boolean }>;

/** What one chunk of an undo did. */
export type UndoChunk = Readonly<{
  /** What it was: the rows themselves, or customers and kinds made on the way. */
  part: "rows" | "customers" | "kinds";
  of: UndoReason["of"];
  reversed: number;
  unreversed: readonly Unreversed[];
  heldRows?: number;
  /** Where the next chunk of the step begins. */
  cursor: number;
  touched: ReadonlySet<number>;
}>;

export const NOTHING_UNDONE: UndoProgress = {
  reversed: 0,
  kept: 0,
  errored: 0,
  customers: { reversed: 0, kept: 0, errored: 0 },
  kinds: { reversed: 0, kept: 0, errored: 0 },
  heldRows: 0,
  reasons: [],
  step: 0,
  cursor: 0,
};

/** The undo so far with one chunk more. Reasons are counted, with the first few names of each. */
export function addUndoResult(progress: UndoProgress, chunk: UndoChunk): UndoProgress {
  const part = chunk.part === "rows" ? progress : progress[chunk.part];
  const tally = addTally(part, chunk);
  return {
    ...progress,
    ...(chunk.part === "rows" ? tally : { [chunk.part]: tally }),
    heldRows: progress.heldRows + (chunk.heldRows ?? 0),
    reasons: chunk.unreversed.reduce((reasons, one) => addReason(reasons, chunk.of, one), progress.reasons),
    cursor: chunk.cursor,
  };
}

function addTally(tally: UndoTally, { reversed, unreversed }: UndoChunk): UndoTally {
  const errored = unreversed.filter((one) => one.isError).length;
  return {
    reversed: tally.reversed + reversed,
    kept: tally.kept + unreversed.length - errored,
    errored: tally.errored + errored,
  };
}

function addReason(reasons: UndoReason[], of: UndoReason["of"], { code, name }: Unreversed): UndoReason[] {
  const known = reasons.find((reason) => reason.code === code && reason.of === of);
  if (!known) return [...reasons, { code, of, count: 1, examples: [name] }];
  const examples = known.examples.length < EXAMPLES ? [...known.examples, name] : known.examples;
  return reasons.map((reason) => (reason === known ? { ...known, count: known.count + 1, examples } : reason));
}
