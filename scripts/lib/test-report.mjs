import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const NO_REPORT = { passed: 0, failed: 1, failures: ["The run ended without a report."] };

/**
 * Counts from vitest's JSON report, and which tests failed with the first line of why. A file that could not even be read
 * counts as one failed test, and so does a run that failed without naming a test (an unhandled error).
 *
 * @param {string} file
 * @param {number} exitCode
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (report === undefined) return NO_REPORT;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status !== "failed") return [];
    if (failed.length === 0) return [failure(name, message)];
    return failed.map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages[0]));
  });
  const counts = { passed: report.numPassedTests, failed: failures.length, failures };
  return counts.passed + counts.failed === 0 ? counts : blameRun(counts, exitCode);
}

/** Counts from Playwright's JSON report; a test that passed on its second try passed. */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (report === undefined) return NO_REPORT;
  const { expected, flaky, unexpected } = report.stats;
  const counts = { passed: expected + flaky, failed: unexpected, failures: failedSpecs(report.suites ?? []) };
  const ranNone =
    counts.passed + counts.failed === 0 && report.errors.every(({ message }) => /No tests found/.test(message));
  return ranNone ? counts : blameRun(counts, exitCode, report.errors[0]?.message);
}

function failedSpecs(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const [error] = tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors);
        return failure(`${file}:${line} › ${title}`, error?.message);
      }),
    ...failedSpecs(inner),
  ]);
}

function failure(name, message = "") {
  const [reason] = stripVTControlCharacters(message).split("\n");
  return reason === "" ? name : `${name}: ${reason}`;
}

/** A run that failed without a failed test counts as one: a file that could not be read, a crash. */
function blameRun(counts, exitCode, message = `exit code ${exitCode}, though no test failed`) {
  return exitCode === 0 || counts.failed > 0
    ? counts
    : { ...counts, failed: 1, failures: [failure("The run", message)] };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
