import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hold, isAlive, launch, makeFolder, query, run, serverPid, until } from "../support/launcher-process";

const PRINT_URL = "console.log(process.env.DATABASE_URL)";
const NOBODY = 65_534;
const scratch = makeFolder();
const dataDir = join(scratch.path, "data");

beforeAll(async () => {
  const first = await run(dataDir, PRINT_URL);
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^postgresql:\/\/rekindle:\S+\n$/) });
});
afterAll(() => scratch.remove());

describe("a command on the embedded database", () => {
  it("gets a migrated database under an owner that is no superuser", async () => {
    const { url, child, ended } = await hold(dataDir);
    const [role] = await query(
      url,
      "SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user",
    );
    const [tables] = await query(
      url,
      "SELECT to_regclass('organisation') AS ours, to_regclass('graphile_worker.migrations') AS jobs",
    );
    expect(role).toEqual({ rolsuper: false, rolcreaterole: true, rolbypassrls: false });
    expect(tables).toEqual({ ours: "organisation", jobs: "graphile_worker.migrations" });
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
  });

  it("says nothing of its own when there is nothing to do, passes the exit code on and stops the server", async () => {
    const { code, stdout, stderr } = await run(dataDir, "console.log('mine'); process.exitCode = 7");
    expect({ code, stdout, stderr }).toEqual({ code: 7, stdout: "mine\n", stderr: "" });
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("keeps secrets from other users, and keeps them", async () => {
    const file = join(dataDir, "secrets.json");
    const before = readFileSync(file, "utf8");
    await run(dataDir, PRINT_URL);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("joins the server of another command, and the last one stops it", async () => {
    const first = await hold(dataDir);
    const pid = serverPid(dataDir);
    const second = await run(dataDir, PRINT_URL);
    expect(second.stdout.trim()).toBe(first.url);
    expect(isAlive(pid)).toBe(true);
    first.child.kill("SIGTERM");
    await first.ended;
    expect(isAlive(pid)).toBe(false);
  });

  it("leaves the server to a command that still runs when it ends first", async () => {
    const first = await hold(dataDir);
    const second = await hold(dataDir);
    first.child.kill("SIGTERM");
    await first.ended;
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    const pid = serverPid(dataDir);
    second.child.kill("SIGTERM");
    await second.ended;
    expect(isAlive(pid)).toBe(false);
  });
});

describe("after something was killed", () => {
  it("adopts the server that a killed launcher left, and stops it", async () => {
    const killed = await hold(dataDir);
    const pid = serverPid(dataDir);
    await query(killed.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    killed.child.kill("SIGKILL");
    process.kill(killed.commandPid, "SIGKILL");
    await killed.ended;
    expect(isAlive(pid)).toBe(true);

    const next = await hold(dataDir);
    expect(serverPid(dataDir)).toBe(pid);
    expect(await query(next.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    next.child.kill("SIGTERM");
    await next.ended;
    expect(isAlive(pid)).toBe(false);
  });

  it("starts a killed server again at the same address, with all that was committed", async () => {
    const { url, child, ended } = await hold(dataDir);
    await query(url, "CREATE TABLE committed AS SELECT 43 AS answer");
    const pid = serverPid(dataDir);
    process.kill(pid, "SIGKILL");
    await until(async () => expect(await query(url, "SELECT answer FROM committed")).toEqual([{ answer: 43 }]));
    expect(serverPid(dataDir)).not.toBe(pid);
    child.kill("SIGTERM");
    expect((await ended).stderr).toContain("stopped unexpectedly and runs again");
  });

  it("starts after a power cut, even when another process has the server's old id", async () => {
    const file = join(dataDir, "postgres", "postmaster.pid");
    writeFileSync(file, `${process.pid}\n${join(dataDir, "postgres")}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`);
    const { code, stderr } = await run(dataDir, PRINT_URL);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("finishes a migration that was cut off, on a database of one's own too", async () => {
    const DATABASE_URL = process.env.DATABASE_URL ?? "";
    await query(
      DATABASE_URL,
      `CREATE SCHEMA aside; ALTER TABLE _prisma_migrations SET SCHEMA aside;
       DROP SCHEMA public CASCADE; CREATE SCHEMA public; ALTER TABLE aside._prisma_migrations SET SCHEMA public;
       DELETE FROM _prisma_migrations WHERE migration_name > (SELECT min(migration_name) FROM _prisma_migrations);
       UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0`,
    );
    const { code, stderr } = await launch(dataDir, ["migrate"], { env: { DATABASE_URL } }).ended;
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/applied \d+_core, /) });
    const [unfinished] = await query(
      DATABASE_URL,
      "SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL",
    );
    expect(unfinished).toEqual({ count: 0 });
  });
});

describe("one clear sentence when it cannot work", () => {
  it("names the launcher that already runs on the data folder", async () => {
    const holder = await hold(dataDir);
    const lock = join(dataDir, "launcher.lock");
    const began = readFileSync(`/proc/${holder.child.pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19];
    const note = { pid: holder.child.pid, began, mode: "start", address: "http://127.0.0.1:3000" };
    symlinkSync(JSON.stringify(note), lock);
    const second = await launch(dataDir, ["start"]).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      new RegExp(`^Rekindle already runs on ${dataDir} \\(start as process ${holder.child.pid}, .*\\n$`),
    );
    holder.child.kill("SIGTERM");
    await holder.ended;
    rmSync(lock);
  });

  it("names a taken port, and takes over the lock of a dead launcher on the way", async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const { port } = taken.address() as { port: number };
    symlinkSync(JSON.stringify({ pid: 999_999_999, began: "1", mode: "start" }), join(dataDir, "launcher.lock"));
    const { code, stderr } = await launch(dataDir, ["start"], { env: { PORT: String(port) } }).ended;
    taken.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} on 127.0.0.1 is taken by another program: set PORT to a free one, as in PORT=${port + 1}.\n`,
    });
    expect(readdirSync(dataDir)).not.toContain("launcher.lock");
  });

  it.each(["0", "65536", "3000x", "-1"])("refuses PORT=%s", async (port) => {
    const { code, stderr } = await launch(dataDir, ["start"], { env: { PORT: port } }).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `PORT must be a whole number from 1 to 65535, and it is “${port}”.\n`,
    });
  });

  it("refuses a demo that others could reach", async () => {
    const { code, stderr } = await launch(dataDir, ["demo"], { env: { HOST: "0.0.0.0" } }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("listens on this machine only");
  });

  it("lists the commands when there is no such one", async () => {
    const { code, stderr } = await launch(dataDir, ["constructor"]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^“constructor” is no command of Rekindle\. There are: .*demo.*start.*\n$/);
  });

  it.each([
    ["17", "an older"],
    ["99", "a newer"],
  ])("refuses database files of PostgreSQL %s", async (version, release) => {
    const file = join(dataDir, "postgres", "PG_VERSION");
    const own = readFileSync(file, "utf8");
    writeFileSync(file, `${version}\n`);
    const { code, stderr } = await run(dataDir, PRINT_URL);
    writeFileSync(file, own);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `The data folder ${dataDir} is of ${release} release: its database is PostgreSQL ${version}`,
    );
  });

  it("refuses a database that a newer release has migrated", async () => {
    const { url, child, ended } = await hold(dataDir);
    await query(
      url,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())",
    );
    const { code, stderr } = await run(dataDir, PRINT_URL);
    await query(url, "DELETE FROM _prisma_migrations WHERE id = 'x'");
    child.kill("SIGTERM");
    await ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The database is of a newer release of Rekindle \(it has the migration 99990101000000_later.*\n$/,
    );
  });

  it("says that DATABASE_URL does not answer, without its password", async () => {
    const env = { DATABASE_URL: "postgresql://someone:secret-word@127.0.0.1:1/none" };
    const { code, stderr } = await launch(dataDir, ["migrate"], { env }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The database of DATABASE_URL does not answer: .*ECONNREFUSED/);
    expect(stderr).not.toContain("secret-word");
  });

  it("refuses a data folder that it may not write", async () => {
    const closed = join(scratch.path, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const { code, stderr } = await launch(closed, ["exec", "--", "true"], { uid }).ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${closed} may not be written by this user: give it the right to, or set DATA_DIR to another folder.\n`,
    });
  });

  it("refuses a data folder that is a file", async () => {
    const file = join(scratch.path, "file");
    writeFileSync(file, "");
    const { code, stderr } = await launch(file, ["exec", "--", "true"]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/is a file/);
  });

  it("refuses a data folder whose secrets are lost", async () => {
    const file = join(dataDir, "secrets.json");
    const secrets = readFileSync(file);
    rmSync(file);
    const { code, stderr } = await run(dataDir, PRINT_URL);
    writeFileSync(file, secrets, { mode: 0o600 });
    expect(code).toBe(1);
    expect(stderr).toContain("cannot be opened without it");
  });
});
