import { beforeAll, describe, expect, it } from "vitest";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { scoreAll } from "@/lib/scores/score-all";

/** More than two slices of a run. */
const CUSTOMERS = 9_000;
const FIRST = Date.UTC(2026, 5, 1, 12);
const SECOND = Date.UTC(2026, 5, 2, 12);

let organisationId: number;

/** What the leaderboard reads: the scores of the run that the organisation points to, by the moment they are of. */
async function seen(): Promise<Record<string, number>> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ as_of: Date; count: number }>(
      `SELECT s.as_of, count(*)::int AS count FROM organisation g
       JOIN score s ON s.organisation_id = g.id AND s.run_id = g.current_score_run_id WHERE g.id = $1 GROUP BY 1`,
      [organisationId],
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.as_of.toISOString(), row.count]));
}

const whole = (atMs: number) => ({ [new Date(atMs).toISOString()]: CUSTOMERS });

beforeAll(async () => {
  organisationId = (await createOrganisation({ name: "Slices", admin: null })).organisationId;
  await withTenantClient(organisationId, (client) =>
    client.query(
      `INSERT INTO customer (organisation_id, external_id, name)
       SELECT $1, 'c-' || n, 'Customer ' || n FROM generate_series(1, $2::int) n`,
      [organisationId, CUSTOMERS],
    ),
  );
  await scoreAll(organisationId, { asOfMs: FIRST });
});

describe("a run written in slices", () => {
  it("holds everyone once", async () => expect(await seen()).toEqual(whole(FIRST)));

  it("is seen whole or not at all, at every moment while the next one is written", async () => {
    let isDone = false;
    const run = scoreAll(organisationId, { asOfMs: SECOND }).finally(() => {
      isDone = true;
    });
    let looks = 0;
    while (!isDone) {
      const now = await seen();
      expect([whole(FIRST), whole(SECOND)]).toContainEqual(now);
      looks += 1;
    }
    expect((await run).customers).toBe(CUSTOMERS);
    expect(looks).toBeGreaterThan(3);
    expect(await seen()).toEqual(whole(SECOND));
  });

  it("leaves the run before it as it was when it fails half-way", async () => {
    let scored = 0;
    const failed = scoreAll(organisationId, {
      asOfMs: FIRST,
      onProgress: ({ done }) => {
        scored = done;
        if (done >= 5_000) throw new Error("stopped half-way");
      },
    });
    await expect(failed).rejects.toThrow("stopped half-way");
    expect(scored).toBeLessThan(CUSTOMERS);
    expect(await seen()).toEqual(whole(SECOND));
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query("SELECT count(*)::int AS count FROM score WHERE organisation_id = $1", [organisationId]),
    );
    expect(rows[0].count).toBe(CUSTOMERS);
  });

  it("writes the history of every slice", async () => {
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query("SELECT count(DISTINCT customer_id)::int AS count FROM score_history WHERE organisation_id = $1", [
        organisationId,
      ]),
    );
    expect(rows[0].count).toBe(CUSTOMERS);
  });
});
