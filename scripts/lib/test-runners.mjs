import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { ROOT } from "./paths.mjs";
import { runAttached } from "./run-attached.mjs";
import { countPlaywright, countVitest } from "./test-report.mjs";
import { openThrowawayDatabase } from "./throwaway-database.mjs";

const PASSED = { passed: 1, failed: 0, failures: [] };

/**
 * All that `npm test` runs, in this order. `run` gives how many tests passed and failed, and the names of the failed; a static check is one test.
 *
 * @type {{ name: string, title: string, run: (reports: string) => Promise<{ passed: number, failed: number, failures: string[] }> }[]}
 */
export const TEST_RUNNERS = [
  { name: "biome", title: "Format and lint (biome)", run: () => check("@biomejs/biome/bin/biome", ["ci", "."]) },
  { name: "types", title: "Types (tsc)", run: checkTypes },
  { name: "knip", title: "Unused code (knip)", run: () => check("knip/bin/knip.js", []) },
  { name: "unit", title: "Unit tests (vitest)", run: (reports) => runVitest("unit", reports) },
  { name: "integration", title: "Integration tests (vitest, PostgreSQL)", run: runIntegration },
  { name: "build", title: "Build (next)", run: runBuild },
  { name: "browser", title: "Browser tests (playwright)", run: runPlaywright },
];

async function check(tool, args) {
  const code = await runTool(tool, args);
  return code === 0 ? PASSED : { passed: 0, failed: 1, failures: [`${tool} ended with ${code}.`] };
}

/** Next writes the types of the routes, which the check needs. */
async function checkTypes() {
  const written = await check("next/dist/bin/next", ["typegen"]);
  return written.failed === 0 ? check("typescript/bin/tsc", ["--noEmit"]) : written;
}

async function runVitest(project, reports, env = {}) {
  const file = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runTool("vitest/vitest.mjs", ["run", "--project", project, ...reporters], env);
  return countVitest(file, code);
}

async function runIntegration(reports) {
  if (process.env.TEST_DATABASE_URL) return runVitest("integration", reports);
  const database = await openThrowawayDatabase();
  try {
    return await runVitest("integration", reports, { TEST_DATABASE_URL: database.url });
  } finally {
    await database.close();
  }
}

async function runBuild() {
  await ensureBuilt();
  return PASSED;
}

async function runPlaywright(reports) {
  const file = join(reports, "browser.json");
  const env = { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runTool("@playwright/test/cli.js", ["test", "--reporter=list,json"], env);
  return countPlaywright(file, code);
}

function runTool(tool, args, env = {}) {
  const file = join(ROOT, "node_modules", tool);
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  return runAttached([process.execPath, file, ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", BETTER_AUTH_TELEMETRY: "0", ...env },
  });
}
