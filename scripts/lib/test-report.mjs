import { existsSync, readFileSync } from "node:fs";

/**
 * Counts from vitest's JSON report. A file that could not even be read counts as one failed test, and so does a run that
 * failed without naming a test (an unhandled error).
 *
 * @param {string} file
 * @param {number} exitCode
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
  return counts.passed + counts.failed === 0 ? counts : blameRun(counts, exitCode);
}

/** Counts from Playwright's JSON report; a test that passed on its second try passed. */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  const counts = { passed: expected + flaky, failed: unexpected };
  const ranNone =
    counts.passed + counts.failed === 0 && report.errors.every(({ message }) => /No tests found/.test(message));
  return ranNone ? counts : blameRun(counts, exitCode);
}

/** A run that failed without a failed test counts as one: a file that could not be read, a crash. */
function blameRun(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
