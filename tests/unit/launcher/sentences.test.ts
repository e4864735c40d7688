import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { loadScript } from "./load-script";

const { refuseOldNode } = await loadScript<{ refuseOldNode: () => void }>("node-version.mjs");
const { explainFileError, LaunchFailure, tellsOfFullDisk } = await loadScript<{
  explainFileError: (error: unknown, path: string) => Error;
  LaunchFailure: new (message: string) => Error;
  tellsOfFullDisk: (output?: string) => boolean;
}>("launch-failure.mjs");
const { poll } = await loadScript<{
  poll: <T>(probe: () => T, options: Readonly<{ timeoutMs: number; everyMs?: number }>) => Promise<T | undefined>;
}>("poll.mjs");
const { layBallast, dropBallast } = await loadScript<{
  layBallast: (path: string) => void;
  dropBallast: (path: string) => boolean;
}>("ballast.mjs");
const { exitCodeOf } = await loadScript<{ exitCodeOf: (name: string) => number }>("interruption.mjs");
const { countUsers, joinUsers, leaveUsers } =
  await loadScript<Readonly<Record<"countUsers" | "joinUsers" | "leaveUsers", (folder: string) => number>>>(
    "server-users.mjs",
  );

const scratch = mkdtempSync(join(tmpdir(), "rekindle-sentences-"));
afterAll(() => rmSync(scratch, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

describe("the version of Node", () => {
  function outcome(version: string) {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
    vi.spyOn(process, "versions", "get").mockReturnValue({ ...process.versions, node: version });
    refuseOldNode();
    return { code: exit.mock.calls[0]?.[0], said: said.mock.calls[0]?.[0] };
  }

  it.each(["20.19.0", "20.20.1", "22.0.0", "24.1.0", "100.0.0"])("%s will do", (version) => {
    expect(outcome(version)).toEqual({ code: undefined, said: undefined });
  });

  it.each(["20.18.9", "20.9.0", "18.20.0", "8.19.0", "0.12.18"])("%s is refused in one sentence", (version) => {
    const { code, said } = outcome(version);
    expect(code).toBe(1);
    expect(said).toBe(`Rekindle needs Node 20.19 or newer, and this is Node ${version}: see https://nodejs.org.`);
  });
});

describe("a failure with a file", () => {
  it.each(["EROFS", "EACCES", "EPERM", "ENOTDIR", "EEXIST", "ENOSPC", "EDQUOT"])(
    "%s is one sentence that names the place and how to mend it",
    (code) => {
      const cause = Object.assign(new Error("raw"), { code });
      const explained = explainFileError(cause, "/data/here");
      expect(explained).toBeInstanceOf(LaunchFailure);
      expect(explained).toMatchObject({ name: "LaunchFailure", cause });
      expect(explained.message).toMatch(/\/data\/here.*: .+\.$/);
    },
  );

  it.each([new Error("a bug"), Object.assign(new Error("x"), { code: "constructor?" }), undefined])(
    "that is another error stays as it is: %s",
    (error) => expect(explainFileError(error, "/data")).toBe(error),
  );

  it.each([
    ["could not extend file: No space left on device", true],
    ["HINT:  Check free disk space.", true],
    ["write: Disk quota exceeded", true],
    ["connection refused", false],
    ["", false],
    [undefined, false],
  ])("%j tells of a full disk: %s", (output, expected) => expect(tellsOfFullDisk(output)).toBe(expected));
});

describe("asking again and again", () => {
  it("gives the first answer that is one", async () => {
    let asked = 0;
    const answer = await poll(() => (++asked === 3 ? "ready" : ""), { timeoutMs: 5_000, everyMs: 1 });
    expect({ answer, asked }).toEqual({ answer: "ready", asked: 3 });
  });

  it("asks at least once and ends when the time is over", async () => {
    let asked = 0;
    const never = () => {
      asked += 1;
      return false;
    };
    expect(await poll(never, { timeoutMs: 0 })).toBeUndefined();
    expect(asked).toBe(1);
  });
});

describe("the reserve for a full disk", () => {
  it("is 16 MB that are laid once and given back once", () => {
    const path = join(scratch, "ballast");
    layBallast(path);
    layBallast(path);
    expect(statSync(path)).toMatchObject({ size: 16 * 1024 * 1024 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([dropBallast(path), dropBallast(path)]).toEqual([true, false]);
  });
});

describe("the users of the server", () => {
  it("are counted while they live, and the dead are swept away", () => {
    const folder = mkdtempSync(join(scratch, "users-"));
    expect(countUsers(folder)).toBe(0);
    joinUsers(folder);
    symlinkSync(JSON.stringify({ pid: 999_999_999, began: "1" }), join(folder, "999999999"));
    expect(countUsers(folder)).toBe(1);
    expect(readdirSync(folder)).toEqual([String(process.pid)]);
    leaveUsers(folder);
    expect(countUsers(folder)).toBe(0);
  });
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])("%s ends with %d, as shells have it", (name, code) => expect(exitCodeOf(name)).toBe(code));
