import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { onSignals, wasInterrupted } from "./interruption.mjs";
import { LaunchFailure } from "./launch-failure.mjs";
import { TEST_RUNNERS } from "./test-runners.mjs";

/**
 * `npm test`: installs what is missing, runs every runner (or those named, as in `npm test -- unit`), also after one
 * failed, names what failed, and ends with the counts over all of them. The exit code is 1 when a test failed or a runner ran none.
 *
 * @param {string[]} names
 */
export async function runTests(names) {
  onSignals();
  const reports = mkdtempSync(join(tmpdir(), "rekindle-test-"));
  const total = { passed: 0, failed: 0, failures: [] };
  let isEveryRunnerUsed = true;
  try {
    await ensureInstalled();
    for (const runner of chooseRunners(names)) {
      if (wasInterrupted() !== undefined) break;
      heading(runner.title);
      const counts = await runSafely(runner, reports);
      if (counts.passed + counts.failed === 0) {
        isEveryRunnerUsed = false;
        print(`No test ran: ${runner.title}`);
      }
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.failures.push(...counts.failures);
    }
  } catch (error) {
    report(error);
    total.failed += 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (total.failures.length > 0) print(`\nFailed:\n${total.failures.map((name) => `  ${name}`).join("\n")}`);
  process.exitCode = wasInterrupted() ?? (total.failed > 0 || !isEveryRunnerUsed ? 1 : 0);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`, () => process.exit());
}

function chooseRunners(names) {
  const unknown = names.find((name) => !TEST_RUNNERS.some((runner) => runner.name === name));
  if (unknown !== undefined) {
    const known = TEST_RUNNERS.map((runner) => runner.name).join(", ");
    throw new LaunchFailure(`“${unknown}” is no test runner. There are: ${known}.`);
  }
  return names.length === 0 ? TEST_RUNNERS : TEST_RUNNERS.filter((runner) => names.includes(runner.name));
}

async function runSafely(runner, reports) {
  try {
    return await runner.run(reports);
  } catch (error) {
    report(error);
    return { passed: 0, failed: 1, failures: [`${runner.title}: ${error.message}`] };
  }
}

function report(error) {
  process.stderr.write(`${error instanceof LaunchFailure ? error.message : error.stack}\n`);
}

function heading(title) {
  print(`\n──── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}\n`);
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
