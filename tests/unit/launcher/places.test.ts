import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { loadScript } from "./load-script";

const { tryPort } = await loadScript<{ tryPort: (port: number, host?: string) => Promise<number> }>("free-port.mjs");
const { fingerprint, readStamp, writeStamp } = await loadScript<{
  fingerprint: (paths: readonly string[]) => string;
  readStamp: (path: string) => string | undefined;
  writeStamp: (path: string, value: string) => void;
}>("fingerprint.mjs");
const { dataDir, listenAddress, commandEnvironment } = await loadScript<{
  dataDir: (fallback?: string) => string;
  listenAddress: () => Readonly<{ host: string; port: number; address: string }>;
  commandEnvironment: (place: unknown, extra?: object) => Readonly<Record<string, string>>;
}>("command-environment.mjs");
const { serverArguments } = await loadScript<{ serverArguments: (options: object) => string[] }>("server-settings.mjs");

const scratch = mkdtempSync(join(tmpdir(), "rekindle-places-"));
afterAll(() => rmSync(scratch, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

describe("a port", () => {
  it("is free until a program listens on it", async () => {
    const port = await tryPort(0);
    expect(port).toBeGreaterThan(1_023);
    expect(await tryPort(port)).toBe(port);
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(port, "127.0.0.1", done));
    await expect(tryPort(port)).rejects.toMatchObject({ code: "EADDRINUSE" });
    await new Promise((done) => taken.close(done));
    expect(await tryPort(port)).toBe(port);
  });
});

describe("the address of the web server", () => {
  it.each([
    [undefined, undefined, "http://127.0.0.1:3000"],
    ["", "", "http://127.0.0.1:3000"],
    ["0.0.0.0", "8080", "http://127.0.0.1:8080"],
    ["::", "1", "http://127.0.0.1:1"],
    ["::1", "65535", "http://[::1]:65535"],
    ["rekindle.example", "80", "http://rekindle.example:80"],
  ])("for HOST=%s and PORT=%s is %s", (host, port, address) => {
    vi.stubEnv("HOST", host);
    vi.stubEnv("PORT", port);
    expect(listenAddress().address).toBe(address);
  });

  it.each(["0", "65536", "1e3", "3000 ", "-1", "0x50", "٣", "80.0"])("refuses PORT=%s in one sentence", (port) => {
    vi.stubEnv("PORT", port);
    expect(listenAddress).toThrow(`PORT must be a whole number from 1 to 65535, and it is “${port}”.`);
  });
});

describe("the environment of a command", () => {
  const place = { folder: { path: "/data", secrets: { authSecret: "s".repeat(43) } }, url: "postgresql://x/y" };

  it("names database, folder and secret, and lets a secret of one's own win", () => {
    vi.stubEnv("BETTER_AUTH_SECRET", "");
    expect(commandEnvironment(place, { PORT: "1" })).toMatchObject({
      ...{ DATABASE_URL: "postgresql://x/y", DATA_DIR: "/data", PORT: "1" },
      ...{ BETTER_AUTH_SECRET: "s".repeat(43), NEXT_TELEMETRY_DISABLED: "1", BETTER_AUTH_TELEMETRY: "0" },
    });
    vi.stubEnv("BETTER_AUTH_SECRET", "my own");
    expect(commandEnvironment(place).BETTER_AUTH_SECRET).toBe("my own");
  });

  it("has a data folder beside the code unless DATA_DIR names one", () => {
    vi.stubEnv("DATA_DIR", undefined);
    expect(dataDir()).toBe(resolve(import.meta.dirname, "../../../.data"));
    vi.stubEnv("DATA_DIR", "some/where");
    expect(dataDir()).toBe(resolve("some/where"));
  });
});

describe("the fingerprint of sources", () => {
  const root = resolve(import.meta.dirname, "../../..");
  const file = join(scratch, "a.txt");
  const of = (...paths: string[]) => fingerprint(paths.map((path) => relative(root, path)));

  it("changes with content, name and number of files, and with nothing else", () => {
    writeFileSync(file, "one");
    const first = of(scratch);
    expect(of(scratch)).toBe(first);
    writeFileSync(file, "two");
    const second = of(scratch);
    expect(second).not.toBe(first);
    writeFileSync(join(scratch, "b.txt"), "");
    expect(of(scratch)).not.toBe(second);
    rmSync(join(scratch, "b.txt"));
    expect(of(scratch)).toBe(second);
    writeFileSync(file, "one");
    expect(of(scratch)).toBe(first);
  });

  it("counts what is not there as absent", () => {
    expect(of(join(scratch, "none"))).toBe(of());
  });

  it("is stamped once the work is done, in folders that are made", () => {
    const stamp = join(scratch, "deep", "er", "stamp");
    expect(readStamp(stamp)).toBeUndefined();
    writeStamp(stamp, "abc");
    expect(readStamp(stamp)).toBe("abc");
    expect(readFileSync(stamp, "utf8")).toBe("abc\n");
    rmSync(join(scratch, "deep"), { recursive: true });
  });
});

describe("the embedded server", () => {
  it("listens on this machine only, durably unless it is thrown away", () => {
    const kept = serverArguments({ cluster: "/data/postgres", port: 5_432 });
    expect(kept.slice(0, 2)).toEqual(["-D", "/data/postgres"]);
    expect(kept).toEqual(expect.arrayContaining(["listen_addresses=127.0.0.1", "synchronous_commit=on", "port=5432"]));
    expect(kept).not.toContain("fsync=off");
    expect(serverArguments({ cluster: "/data/postgres", port: 1, throwaway: true })).toContain("fsync=off");
  });

  it("has a socket only where its path fits", () => {
    const socketOf = (cluster: string) =>
      serverArguments({ cluster, port: 65_535 }).find((argument) => argument.startsWith("unix_socket_directories="));
    expect(socketOf("/d/postgres")).toBe("unix_socket_directories=/d/postgres");
    for (const cluster of [`/${"x".repeat(100)}`, `/${"ü".repeat(45)}`, "/a,b"]) {
      expect(socketOf(cluster)).toBe("unix_socket_directories=");
    }
  });
});
