import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addUp, PARTS, reportOf, scoreOf } from "./lib/mutation-parts.mjs";

// Mutation testing of lib/scoring, part by part: `npm run mutation` for all, `npm run mutation -- ledger model` for some.
const LEAST_SCORE = 80;
const parts = process.argv.length > 2 ? process.argv.slice(2) : PARTS;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are ${PARTS.join(", ")}.`);
  process.exit(1);
}

const stryker = fileURLToPath(new URL("../node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
const rows = {};
const total = {};
for (const part of parts) {
  const start = Date.now();
  const env = { ...process.env, MUTATION_PART: part };
  const { status } = spawnSync(process.execPath, [stryker, "run"], { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
  const counts = addUp(JSON.parse(readFileSync(reportOf(part), "utf8")));
  for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  rows[part] = { ...counts, score: scoreOf(counts).toFixed(1), minutes: ((Date.now() - start) / 60_000).toFixed(1) };
}
rows.total = { ...total, score: scoreOf(total).toFixed(1) };
console.table(rows);
if (scoreOf(total) < LEAST_SCORE) {
  console.error(`Below ${LEAST_SCORE}: the survivors are in ${parts.map(reportOf).join(", ")}.`);
  process.exitCode = 1;
}
