const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["y", true],
  ["t", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["n", false],
  ["f", false],
  ["0", false],
]);

/** Reads yes or no in the ways that programs write it; undefined for anything else. */
export function parseFlag(text: string): boolean | undefined {
  return FLAGS.get(text.toLowerCase());
}
