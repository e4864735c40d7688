import { existsSync } from "node:fs";
import { join } from "node:path";
import { compileEarly } from "./compile-early.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { preparing } from "./install.mjs";
import { ROOT } from "./paths.mjs";
import { runHidden } from "./run-hidden.mjs";
import { step } from "./steps.mjs";

const STAMP = join(ROOT, ".next", "rekindle-stamp");
const SOURCES = [
  "app",
  "components",
  "lib",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "scripts/lib/compile-early.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the web application when it never was, or its sources changed since. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await preparing(async () => {
    if (isBuilt()) return;
    const sources = fingerprint(SOURCES);
    await step("Building the web application", () => buildNext());
    writeStamp(STAMP, sources);
  });
}

function isBuilt() {
  return existsSync(join(ROOT, ".next", "BUILD_ID")) && readStamp(STAMP) === fingerprint(SOURCES);
}

async function buildNext() {
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BETTER_AUTH_TELEMETRY: "0" };
  await runHidden(process.execPath, [next, "build"], { name: "next build", env });
  compileEarly(join(ROOT, ".next"));
}
