import { defineConfig } from "vitest/config";
import { patternsOf } from "./scripts/lib/mutation-parts.mjs";

const { tests, without } = patternsOf(process.env.MUTATION_PART ?? "core");

/** The tests that judge the mutants of one part of lib/scoring, but for the long ones, on many customers or cases. */
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: tests,
    exclude: [...without, "**/*.large.test.ts"],
    // Pure code keeps nothing from one file to the next.
    isolate: false,
    testTimeout: 30_000,
    setupFiles: ["tests/support/fewer-runs.ts"],
  },
});
