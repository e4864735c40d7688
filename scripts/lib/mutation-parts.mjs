/** Folders of lib/scoring whose mutants are judged by the tests of the same folder. */
const FOLDERS = ["advice", "evaluation", "learning", "ledger", "model", "reasons", "signals"];
/** Everything else: the scorer with its rules and the sweep, which are tested through one another. */
const REST = "core";

export const PARTS = [REST, ...FOLDERS];

/** Which files of a part are mutated and which tests run: patterns, from the root of the repository. */
export function patternsOf(part) {
  const own = `lib/scoring/${part}/**/*.ts`;
  if (part !== REST) return { mutate: [own], tests: [`tests/unit/scoring/${part}/**/*.test.ts`], without: [] };
  const others = FOLDERS.map((folder) => `/scoring/${folder}/**`);
  return {
    mutate: ["lib/scoring/**/*.ts", ...others.map((other) => `!lib${other}`)],
    tests: ["tests/unit/scoring/**/*.test.ts"],
    without: others.map((other) => `tests/unit${other}`),
  };
}

/** Where the result of a part is kept, which is also where an incremental run starts from. */
export function reportOf(part) {
  return `reports/mutation/${part}.json`;
}

/** How many mutants of a report ended how; ignored ones are those that run only while a file is loaded. */
export function addUp({ files }) {
  const counts = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, ignored: 0, other: 0 };
  for (const { status } of Object.values(files).flatMap(({ mutants }) => mutants)) {
    const name = `${status[0].toLowerCase()}${status.slice(1)}`;
    counts[Object.hasOwn(counts, name) ? name : "other"]++;
  }
  return counts;
}

/** Killed and timed out among all that were not ignored, in per cent. */
export function scoreOf({ killed, timeout, survived, noCoverage, other }) {
  return (100 * (killed + timeout)) / (killed + timeout + survived + noCoverage + other);
}
