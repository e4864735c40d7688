import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { findMemberOfApiKey } from "@/lib/auth/find-member-of-api-key";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { findInvitation } from "@/lib/members/find-invitation";
import { findOrganisationBySlug } from "@/lib/organisations/find-organisation-by-slug";

type Ran = Readonly<{ code: number; out: string; err: string }>;

describe("the command organisation", () => {
  it("creates one, prints an admin key as its last line and a link for the admin beside it", async () => {
    const ran = await run("organisation", "create", "--name", "Retail & Co", "--admin-email", "A@Example.com");
    expect(ran.code).toBe(0);
    const printed = lastLine(ran);
    expect(printed).toEqual({
      organisation: expect.any(Number),
      slug: "retail-co",
      key: expect.stringMatching(/^rk_/),
    });
    expect(await findMemberOfApiKey(printed.key)).toMatchObject({
      organisationId: printed.organisation,
      scopes: ["admin"],
    });
    const token = /\/invitation\/(\S+)/.exec(ran.err)?.[1] ?? "";
    expect(ran.out).not.toContain(token);
    expect(await findInvitation(token)).toMatchObject({ email: "a@example.com", role: "admin", hasAccount: false });
    await acceptInvitation({ token, name: "Ada", password: "correct horse battery" });
  });

  it("refuses a short name that is taken, and an address that is none", async () => {
    await run("organisation", "create", "--name", "Taken", "--slug", "taken", "--admin-email", "a@example.com");
    const again = await run(
      "organisation",
      "create",
      "--name",
      "T",
      "--slug",
      "taken",
      "--admin-email",
      "a@example.com",
    );
    expect([again.code, again.out]).toEqual([1, ""]);
    expect(again.err).toContain("taken");
    const wrong = await run("organisation", "create", "--name", "W", "--admin-email", "nobody");
    expect([wrong.code, wrong.out]).toEqual([2, ""]);
    await expect(findOrganisationBySlug("w")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the command api-key", () => {
  it("creates a key with the scopes that were asked for", async () => {
    await run("organisation", "create", "--name", "Keys", "--admin-email", "k@example.com");
    const ran = await run("api-key", "create", "--organisation", "keys", "--scopes", "write, read");
    expect(ran.code).toBe(0);
    expect(await findMemberOfApiKey(lastLine(ran).key)).toMatchObject({ scopes: ["read", "write"], actor: "api-key" });
  });

  it("says what is wrong", async () => {
    const unknown = await run("api-key", "create", "--organisation", "nobody", "--scopes", "read");
    expect([unknown.code, unknown.out]).toEqual([1, ""]);
    expect(unknown.err).toContain("There is no organisation “nobody”.");
    expect((await run("api-key", "create", "--organisation", "keys", "--scopes", "all")).code).toBe(2);
    expect((await run("api-key", "create", "--organisation", "keys", "--scope", "read")).code).toBe(2);
    expect((await run("api-key", "destroy")).code).toBe(2);
  });
});

describe.each(["organisation", "api-key"])("the help of %s", (command) => {
  it("is printed without a database", async () => {
    const ran = await run(command, "--help");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(`npm run ${command} -- create`);
    expect(ran.out).toContain("last line");
  });
});

function run(command: string, ...args: string[]): Promise<Ran> {
  const line = ["--import", "tsx", `scripts/cli/${command}.ts`, ...args];
  const env = args.includes("--help") ? { PATH: process.env.PATH } : process.env;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, line, { env: env as NodeJS.ProcessEnv }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

function lastLine(ran: Ran): { organisation: number; slug: string; key: string } {
  return JSON.parse(ran.out.trimEnd().split("\n").at(-1) ?? "");
}
