import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderKey } from "./data-folder.mjs";
import { whileHolding } from "./exclusive-file.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { ROOT } from "./paths.mjs";
import { runHidden } from "./run-hidden.mjs";
import { step } from "./steps.mjs";

const HALF_AN_HOUR_MS = 30 * 60_000;
const PACKAGES_STAMP = join(ROOT, "node_modules", ".rekindle-stamp");
const CLIENT_STAMP = join(ROOT, "node_modules", ".rekindle-client-stamp");

/** Installs the packages and makes the Prisma client, each only when what it is made from changed. */
export async function ensureInstalled() {
  if (!arePackagesCurrent()) {
    await preparing(async () => {
      if (arePackagesCurrent()) return; // another launcher was faster
      await step("Installing packages", () => installPackages());
      writeStamp(PACKAGES_STAMP, fingerprint(["package-lock.json"]));
    });
  }
  if (isClientCurrent()) return;
  await preparing(async () => {
    if (isClientCurrent()) return;
    await step("Making the database client", () => generateClient());
    writeStamp(CLIENT_STAMP, clientFingerprint());
  });
}

/** Runs work on the checkout itself (packages, client, build) while no other launcher does. */
export function preparing(work) {
  return whileHolding(join(tmpdir(), `rekindle-${process.getuid?.() ?? 0}-${folderKey(ROOT)}.lock`), work, {
    timeoutMs: HALF_AN_HOUR_MS,
  });
}

function arePackagesCurrent() {
  const current = fingerprint(["package-lock.json"]);
  if (readStamp(PACKAGES_STAMP) === current) return true;
  if (!matchesInstalled()) return false;
  writeStamp(PACKAGES_STAMP, current);
  return true;
}

/** Whether npm, called by hand, has installed just what the lockfile says. */
function matchesInstalled() {
  const installedList = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const installed = new Map(Object.entries(JSON.parse(readFileSync(installedList, "utf8")).packages));
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed.get(path);
    if (found === undefined) return Boolean(wanted.optional || wanted.devOptional || wanted.dev || wanted.peer);
    return found.version === wanted.version;
  });
}

async function installPackages() {
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  if (npm?.endsWith(".js")) await runHidden(process.execPath, [npm, ...args], { name: "npm ci" });
  else await runHidden(process.platform === "win32" ? "npm.cmd" : "npm", args, { name: "npm ci" });
}

function isClientCurrent() {
  return (
    existsSync(join(ROOT, "lib", "db", "generated", "client.ts")) && readStamp(CLIENT_STAMP) === clientFingerprint()
  );
}

function clientFingerprint() {
  return fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
}

async function generateClient() {
  const prisma = join(ROOT, "node_modules", "prisma", "build", "index.js");
  // Prisma looks for a native schema engine, which it does not need for this, and would download one.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  await runHidden(process.execPath, [prisma, "generate"], { name: "prisma generate", env });
}
