import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What V8 takes as the advice to compile every function of a script at once: https://v8.dev/blog/explicit-compile-hints */
const ADVICE = "//# allFunctionsCalledOnLoad\n";
/** The framework itself. Advice on smaller scripts was measured to cost more than it gains. */
const LEAST_BYTES = 100_000;

/**
 * Has browsers compile the large scripts that every page starts with while they arrive. Most of their functions are called
 * at the start, and would each be compiled then by the thread that should answer taps: about half of its longest task.
 * @param {string} built where `next build` has put its work
 */
export function compileEarly(built) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, "build-manifest.json"), "utf8"));
  for (const file of rootMainFiles) {
    const path = join(built, file);
    if (statSync(path).size < LEAST_BYTES) continue;
    const script = readFileSync(path, "utf8");
    if (!script.startsWith(ADVICE)) writeFileSync(path, ADVICE + script);
  }
}
