import { beforeAll, describe, expect, it } from "vitest";
import { systemMember } from "@/lib/auth/system-member";
import { listCustomers } from "@/lib/customers/list-customers";
import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { lockScores } from "@/lib/scores/lock-scores";
import { readScore } from "@/lib/scores/read-score";
import { scoreAll } from "@/lib/scores/score-all";
import { makeCustomerWithTouchpoints, type TestTouchpoint } from "@/tests/factories/make-touchpoints";
import { scoreAgain } from "@/tests/support/score-again";

const NOW = "2026-06-30T12:00:00Z";
const LIST = { sort: "-risk", stage: "all", limit: 50 } as const;

function complaints(days: readonly number[]): TestTouchpoint[] {
  return days.map((day) => ({
    kind: "complaint",
    occurredAt: new Date(Date.parse(NOW) - day * 86_400_000).toISOString(),
  }));
}

let organisationId: number;
let calmId: number;

beforeAll(async () => {
  const made = await createOrganisation({ name: "Scores", admin: null, settings: { clock: NOW } });
  organisationId = made.organisationId;
  calmId = await makeCustomerWithTouchpoints(organisationId, {
    externalId: "calm",
    mrrMinor: 10_000,
    startedOn: "2024-01-01",
  });
  await makeCustomerWithTouchpoints(
    organisationId,
    { externalId: "angry", mrrMinor: 10_000, startedOn: "2024-01-01" },
    complaints([5, 12, 20]),
  );
  await scoreAll(organisationId);
});

describe("scoreAll", () => {
  it("scores every customer, also one without touchpoints, and lists the angry one first", async () => {
    const { items } = await listCustomers(systemMember(organisationId), LIST);
    expect(items.map((item) => item.externalId)).toEqual(["angry", "calm"]);
    expect(items[0]!.topReason?.text.values).toBeDefined();
    expect(items[0]!.valueAtRiskMinor).toBe(Math.round(10_000 * items[0]!.probability));
  });

  it("stores the same score that the customer's page computes, with reasons that add up", async () => {
    const { items } = await listCustomers(systemMember(organisationId), LIST);
    const score = await readScore(systemMember(organisationId), "angry");
    expect(score.probability).toBeCloseTo(items[0]!.probability, 12);
    const sum = score.reasons.reduce((total, reason) => total + reason.logOdds, score.intercept);
    expect(Math.abs(sum - score.logOdds)).toBeLessThan(1e-9);
    for (const reason of score.reasons.filter((candidate) => candidate.touchpoints.length > 0)) {
      const shares = reason.touchpoints.reduce((total, touchpoint) => total + touchpoint.logOdds, 0);
      expect(Math.abs(shares - reason.logOdds)).toBeLessThan(1e-9);
    }
  });

  it("reports points gained in seven days from the touchpoints of those days", async () => {
    const { items } = await listCustomers(systemMember(organisationId), LIST);
    const then = await readScore(systemMember(organisationId), "angry", Date.parse(NOW) - 7 * 86_400_000);
    const now = await readScore(systemMember(organisationId), "angry");
    expect(items[0]!.change7d).toBeCloseTo(((now.logOdds - then.logOdds) * 20) / Math.LN2, 9);
  });

  it("keeps exactly one run visible and appends to the history only what changed", async () => {
    await scoreAll(organisationId);
    const counts = await withTenantClient(organisationId, async (client) => {
      const scores = await client.query<{ runs: number }>("SELECT count(DISTINCT run_id)::int AS runs FROM score");
      const history = await client.query<{ rows: number }>("SELECT count(*)::int AS rows FROM score_history");
      return { runs: scores.rows[0]!.runs, history: history.rows[0]!.rows };
    });
    expect(counts).toEqual({ runs: 1, history: 2 });
  });
});

describe("scoreTouched", () => {
  it("re-scores only the customer that was touched, in the run that readers see", async () => {
    const before = await listCustomers(systemMember(organisationId), LIST);
    await withTenantClient(organisationId, (client) =>
      client.query(
        `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id)
         SELECT $1, gen_random_uuid(), $2, $3, id FROM kind WHERE key = 'price-increase'`,
        [organisationId, calmId, "2026-06-29T00:00:00Z"],
      ),
    );
    await scoreAgain(organisationId, [calmId]);
    const after = await listCustomers(systemMember(organisationId), LIST);
    const of = (list: typeof after, id: string) => list.items.find((item) => item.externalId === id)!.probability;
    expect(of(after, "calm")).toBeGreaterThan(of(before, "calm"));
    expect(of(after, "angry")).toBe(of(before, "angry"));
  });

  it("starts anew when a full run became visible while it waited for its turn", async () => {
    let newRunId = 0;
    let touched: Promise<void> = Promise.resolve();
    await withTenantClient(organisationId, async (client) => {
      await lockScores(client, organisationId);
      touched = scoreAgain(organisationId, [calmId]);
      await waitForWaiter();
      const { rows } = await client.query<{ id: number }>(
        `INSERT INTO score_run (organisation_id, as_of, model_version, rule_set_version, customers, finished_at)
         SELECT organisation_id, as_of, model_version, rule_set_version, 0, now() FROM score_run
         WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1 RETURNING id`,
        [organisationId],
      );
      newRunId = rows[0]!.id;
      await client.query("UPDATE organisation SET current_score_run_id = $2 WHERE id = $1", [organisationId, newRunId]);
    });
    await touched;
    const { rows } = await withTenantClient(organisationId, (client) =>
      client.query<{ customer_id: number }>(
        "SELECT customer_id FROM score WHERE organisation_id = $1 AND run_id = $2",
        [organisationId, newRunId],
      ),
    );
    expect(rows.map((row) => row.customer_id)).toEqual([calmId]);
  });
});

/** Returns as soon as somebody waits for the advisory lock on scores. */
async function waitForWaiter(): Promise<void> {
  for (;;) {
    const { rowCount } = await systemPool().query(
      `SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
       WHERE locktype = 'advisory' AND NOT granted AND d.datname = current_database()`,
    );
    if (rowCount !== 0) return;
  }
}
