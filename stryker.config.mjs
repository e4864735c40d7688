import { patternsOf, reportOf } from "./scripts/lib/mutation-parts.mjs";

const part = process.env.MUTATION_PART ?? "core";

/** Mutation testing of one part of lib/scoring; `npm run mutation` goes through all. */
export default {
  // Stryker reads this file with an interface that TypeScript 7 no longer has: there must be none.
  tsconfigFile: "none",
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.mjs", related: false },
  mutate: patternsOf(part).mutate,
  ignorePatterns: ["/*", "!/lib/", "!/tests/", "!/scripts/", "!/vitest.mutation.config.mjs", "!/package.json"],
  coverageAnalysis: "perTest",
  // Mutants of what runs once, while a file is loaded, would need all tests: they are left out of the score.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true, reportTests: false },
  incremental: true,
  incrementalFile: reportOf(part),
  cleanTempDir: "always",
};
