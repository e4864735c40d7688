/** How fast an import goes and how long it will take, when both can be told. */
export type ImportSpeed = Readonly<{ rowsPerSecond: number; secondsLeft: number }>;

const SETTLED_SECONDS = 1;

/** By what was done so far; null while that is too little to tell. */
export function importSpeed(
  rows: number,
  elapsedSeconds: number | null,
  { done, total }: Readonly<{ done: number; total: number }>,
): ImportSpeed | null {
  if (elapsedSeconds === null || elapsedSeconds < SETTLED_SECONDS || rows === 0 || done <= 0 || total <= 0) return null;
  const secondsLeft = Math.max(0, (elapsedSeconds / done) * (total - done));
  return { rowsPerSecond: rows / elapsedSeconds, secondsLeft };
}
