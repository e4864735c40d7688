import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { Client } from "pg";

const ROOT = resolve(import.meta.dirname, "../..");
/** Where tests/support/fresh-demo.mjs keeps the data of the server under test. */
const DATA_DIR = resolve(ROOT, ".data/e2e");

const run = promisify(execFile);

/** An organisation beside the sample, in which nobody else changes anything while a test looks. */
export type OwnOrganisation = Readonly<{ organisationId: number; key: string; invitation: string }>;

/** Makes an organisation as an operator does. @returns its id, a key of all scopes and the address of its admin's invitation */
export async function makeOwnOrganisation(name: string): Promise<OwnOrganisation> {
  const email = `${name.toLowerCase()}@own.example`;
  const { stdout, stderr } = await command(["organisation", "create", "--name", name, "--admin-email", email]);
  const { organisation, key } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  const invitation = /https?:\/\/[^/\s]+(\/invitation\/\S+)/.exec(stderr)?.[1];
  if (!invitation) throw new Error(`No invitation is told:\n${stderr}`);
  return { organisationId: organisation, key, invitation };
}

/** Signs in as its admin for the first time. */
export async function joinOwnOrganisation(page: Page, { invitation }: OwnOrganisation): Promise<void> {
  await page.goto(invitation);
  await page.getByLabel("Your name").fill("Olga Owner");
  await page.getByLabel("Choose a password").fill("a long password of her own");
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** Tables whose rows tell what was done, or are reckoned from others anew: they are not as before when something was undone. */
const TRACES =
  /^(import|import_reject|import_mapping|import_change|audit_entry|job|api_key|session|score.*|risk_summary|scoring_configuration|stage_entry|model.*)$/;

/** Every row of every table of one organisation, as text, without the traces of work. */
export class TenantDump {
  readonly #client: Client;
  readonly #organisationId: number;

  private constructor(client: Client, organisationId: number) {
    this.#client = client;
    this.#organisationId = organisationId;
  }

  static async open(organisationId: number): Promise<TenantDump> {
    const print = ["exec", "--", process.execPath, "-p", "process.env.DATABASE_URL"];
    const { stdout } = await command(print);
    const client = new Client({ connectionString: stdout.trim().split("\n").at(-1) });
    await client.connect();
    await client.query("SELECT set_config('app.org', $1, false)", [String(organisationId)]);
    return new TenantDump(client, organisationId);
  }

  async read(): Promise<Readonly<Record<string, string[]>>> {
    const { rows: tables } = await this.#client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'organisation_id' ORDER BY 1`,
    );
    const dump: Record<string, string[]> = {};
    for (const { name } of tables.filter((table) => !TRACES.test(table.name))) {
      const { rows } = await this.#client.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t WHERE organisation_id = $1 ORDER BY 1`,
        [this.#organisationId],
      );
      dump[name] = rows.map(({ row }) => row);
    }
    return dump;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

function command(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  return run(process.execPath, ["scripts/launch.mjs", ...args], { cwd: ROOT, env: { ...inherited, DATA_DIR } });
}
