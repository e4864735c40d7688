import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadScript } from "./load-script";

type Note = Readonly<Record<string, unknown>>;
type Taken = Readonly<{ taken: true; previous: Note | undefined }> | Readonly<{ taken: false; holder: Note }>;

const { takeFile, releaseFile, whileHolding, readNote, replaceNote } = await loadScript<{
  takeFile: (path: string, note?: Note) => Taken;
  releaseFile: (path: string) => void;
  whileHolding: <T>(path: string, work: () => T, options?: Readonly<{ timeoutMs: number }>) => Promise<T>;
  readNote: (path: string) => Note | undefined;
  replaceNote: (path: string, note: Note) => void;
}>("exclusive-file.mjs");
const { identify, isSameProcess } = await loadScript<{
  identify: (pid: number) => Readonly<{ pid: number; began: string }> | undefined;
  isSameProcess: (identity: unknown) => boolean;
}>("processes.mjs");

const folder = mkdtempSync(join(tmpdir(), "rekindle-lock-"));
const path = join(folder, "lock");
const DEAD = { pid: 999_999_999, began: "1", mode: "start" };

beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a lock", () => {
  it("is taken once, and its holder is named to whoever comes second", () => {
    expect(takeFile(path, { mode: "start" })).toEqual({ taken: true, previous: undefined });
    expect(takeFile(path)).toEqual({ taken: false, holder: { ...identify(process.pid), mode: "start" } });
    releaseFile(path);
    expect(takeFile(path)).toMatchObject({ taken: true });
  });

  it("of a dead process is taken over, with what it noted", () => {
    symlinkSync(JSON.stringify(DEAD), path);
    expect(takeFile(path)).toEqual({ taken: true, previous: DEAD });
    expect(readNote(path)).toEqual(identify(process.pid));
  });

  it("of another life under the same process id is taken over", () => {
    symlinkSync(JSON.stringify({ ...identify(process.pid), began: "1" }), path);
    expect(takeFile(path)).toMatchObject({ taken: true, previous: { pid: process.pid, began: "1" } });
  });

  it.each(["no JSON", "{", "[]", '"text"', "12"])("whose note is %s is taken over", (note) => {
    symlinkSync(note, path);
    expect(takeFile(path)).toMatchObject({ taken: true });
  });

  it("that is held by someone else is not given back by this process", () => {
    symlinkSync(JSON.stringify(DEAD), path);
    releaseFile(path);
    expect(readNote(path)).toEqual(DEAD);
    rmSync(path);
    expect(() => releaseFile(path)).not.toThrow();
  });

  it("leaves nothing beside it", () => {
    symlinkSync(JSON.stringify(DEAD), path);
    takeFile(path);
    replaceNote(path, { pid: 1 });
    expect(readNote(path)).toEqual({ pid: 1 });
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("has no note where there is no file, or one that is none", () => {
    expect(readNote(path)).toBeUndefined();
    writeFileSync(path, "{}");
    expect(readNote(path)).toBeUndefined();
  });
});

describe("work under a lock", () => {
  it("gives what it made, and the lock back, also when it fails", async () => {
    expect(await whileHolding(path, () => 42)).toBe(42);
    const failed = whileHolding(path, () => Promise.reject(new Error("broken")));
    await expect(failed).rejects.toThrow("broken");
    expect(readNote(path)).toBeUndefined();
  });

  it("waits no longer than told for a process that keeps it, and names it", async () => {
    takeFile(path);
    await expect(whileHolding(path, () => 42, { timeoutMs: 50 })).rejects.toThrow(
      `Waited 0.05 s for ${path}, held by process ${process.pid}.`,
    );
  });

  it("is done by one of several processes at a time", async () => {
    const log = join(folder, "log");
    const script = `
      import { appendFileSync } from "node:fs";
      import { setTimeout as delay } from "node:timers/promises";
      import { whileHolding } from ${JSON.stringify(resolve("scripts/lib/exclusive-file.mjs"))};
      await whileHolding(${JSON.stringify(path)}, async () => {
        appendFileSync(${JSON.stringify(log)}, "in ");
        await delay(30);
        appendFileSync(${JSON.stringify(log)}, "out ");
      });`;
    symlinkSync(JSON.stringify(DEAD), path);
    const codes = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
      return new Promise((done) => child.once("close", done));
    });
    expect(await Promise.all(codes)).toEqual([0, 0, 0, 0]);
    const { readFrom } = await loadScript<{ readFrom: (file: string) => string }>("file-tail.mjs");
    expect(readFrom(log)).toBe("in out ".repeat(4));
    expect(readNote(path)).toBeUndefined();
    rmSync(log);
  });
});

describe("a process", () => {
  it("is itself, and no process is the same as one that never lived", () => {
    expect(isSameProcess(identify(process.pid))).toBe(true);
    expect(isSameProcess({ pid: process.pid, began: "1" })).toBe(false);
    for (const none of [undefined, null, {}, DEAD]) expect(isSameProcess(none), JSON.stringify(none)).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN, 999_999_999])("%d is none", (pid) => expect(identify(pid)).toBeUndefined());
});
