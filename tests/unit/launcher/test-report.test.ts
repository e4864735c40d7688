import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadScript } from "./load-script";

type Count = (file: string, exitCode: number) => Readonly<{ passed: number; failed: number; failures: string[] }>;
const { countVitest, countPlaywright } = await loadScript<{ countVitest: Count; countPlaywright: Count }>(
  "test-report.mjs",
);

const folder = mkdtempSync(join(tmpdir(), "rekindle-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function count(counter: Count, report: unknown, exitCode: number) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  const { failures, ...counts } = counter(file, exitCode);
  expect(failures).toHaveLength(counts.failed);
  return counts;
}

const ran = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults,
});
const broken = { status: "failed", assertionResults: [] };
const failed = {
  status: "failed",
  fullName: "a sum adds up",
  failureMessages: ["\u001b[31mexpected 3\u001b[39m\nat sum.ts"],
};
const failing = { name: "sum.test.ts", status: "failed", assertionResults: [failed, { status: "passed" }] };

describe("the count of vitest's tests", () => {
  it.each([
    ["all passed", ran(9, 0), 0, { passed: 9, failed: 0 }],
    ["some failed", ran(9, 2, [failing, failing]), 1, { passed: 9, failed: 2 }],
    ["a file could not be read", ran(9, 0, [broken]), 1, { passed: 9, failed: 1 }],
    ["both", ran(9, 1, [failing, broken]), 1, { passed: 9, failed: 2 }],
    ["the run failed without naming a test", ran(9, 0), 1, { passed: 9, failed: 1 }],
    ["there was nothing to run", ran(0, 0), 1, { passed: 0, failed: 0 }],
  ])("when %s", (_what, report, exitCode, expected) => expect(count(countVitest, report, exitCode)).toEqual(expected));
});

describe("the count of Playwright's tests", () => {
  const stats = (expected: number, unexpected: number, flaky = 0) => ({ expected, unexpected, flaky, skipped: 0 });
  const spec = (ok: boolean) => ({
    ok,
    file: "a.spec.ts",
    line: 7,
    title: "signs in",
    tests: [{ results: [{ errors: [{ message: "no button\nat a.spec.ts" }] }] }],
  });
  const suite = { suites: [{ specs: [spec(true), spec(false)] }] };
  const none = { message: "Error: No tests found." };

  it.each([
    ["all passed", { stats: stats(5, 0), errors: [] }, 0, { passed: 5, failed: 0 }],
    ["one passed on its second try", { stats: stats(5, 0, 1), errors: [] }, 0, { passed: 6, failed: 0 }],
    ["one failed", { stats: stats(5, 1), errors: [], suites: [suite] }, 1, { passed: 5, failed: 1 }],
    ["the server died afterwards", { stats: stats(5, 0), errors: [] }, 1, { passed: 5, failed: 1 }],
    ["there is no such test", { stats: stats(0, 0), errors: [none] }, 1, { passed: 0, failed: 0 }],
    [
      "a file could not be read",
      { stats: stats(0, 0), errors: [{ message: "SyntaxError" }] },
      1,
      { passed: 0, failed: 1 },
    ],
  ])("when %s", (_what, report, exitCode, expected) => {
    // A run that could not even begin must never look like one that passed.
    expect(count(countPlaywright, report, exitCode)).toEqual(expected);
  });
});

it("what failed is named, with the first line of why", () => {
  const file = join(folder, "named.json");
  writeFileSync(
    file,
    JSON.stringify(ran(1, 1, [failing, { name: "x.test.ts", status: "passed", assertionResults: [] }])),
  );
  expect(countVitest(file, 1).failures).toEqual(["sum.test.ts › a sum adds up: expected 3"]);
});

it.each([
  ["vitest", countVitest],
  ["Playwright", countPlaywright],
])("a report that %s never wrote is one failure", (_who, counter) => {
  expect(counter(join(folder, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
});
