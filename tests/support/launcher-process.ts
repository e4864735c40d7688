import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { vi } from "vitest";

const LAUNCHER = resolve(import.meta.dirname, "../../scripts/launch.mjs");

/** Prints the address and its process id as one line of JSON, then stays. */
export const HOLD =
  "console.log(JSON.stringify({url: process.env.DATABASE_URL, pid: process.pid})); setInterval(() => {}, 1e6)";

export type Ending = { code: number | null; stdout: string; stderr: string };
export type Launched = { child: ChildProcess; firstLine: Promise<string>; ended: Promise<Ending> };

/** Starts the launcher on a data folder; nothing of the environment of the tests reaches it. */
export function launch(
  dataDir: string,
  args: string[],
  options: { env?: Record<string, string>; uid?: number } = {},
): Launched {
  const { DATABASE_URL: _url, BETTER_AUTH_SECRET: _secret, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = { ...inherited, NODE_ENV: "production", DATA_DIR: dataDir, ...options.env };
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const child = spawn(process.execPath, [LAUNCHER, ...args], { env, ...identity, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  const ended = new Promise<Ending>((done) => child.once("close", (code) => done({ code, stdout, stderr })));
  const firstLine = new Promise<string>((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.includes("\n")) done(stdout.slice(0, stdout.indexOf("\n")));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("exit", () => fail(new Error(`The launcher ended before it said anything: ${stderr}`)));
  });
  firstLine.catch(() => {}); // only some tests wait for it
  return { child, firstLine, ended };
}

/** Runs one command on the database of the data folder to its end. */
export function run(dataDir: string, script: string): Promise<Ending> {
  return launch(dataDir, ["exec", "--", "node", "-e", script]).ended;
}

/** Starts a command that stays; gives the address of its database and its process. */
export async function hold(dataDir: string): Promise<Launched & { url: string; commandPid: number }> {
  const launched = launch(dataDir, ["exec", "--", "node", "-e", HOLD]);
  const { url, pid } = JSON.parse(await launched.firstLine);
  return { ...launched, url, commandPid: pid };
}

/** A folder for one test file, and how to remove it. */
export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "rekindle-launcher-"));
  chmodSync(path, 0o711); // root's server runs as another user, who has to pass through
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The process of the server on a data folder, by its own note. */
export function serverPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {}); // the server is killed on purpose
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

export function until(condition: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 30_000, interval: 25 });
}
