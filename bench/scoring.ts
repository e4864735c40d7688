import { systemMember } from "@/lib/auth/system-member";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { readScore } from "@/lib/scores/read-score";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreTouched } from "@/lib/scores/score-touched";
import { describeMachine, median, peakMemoryMb, timed } from "./lib/machine";
import { BENCH_AS_OF, makeScoringOrganisation } from "./lib/scoring-data";
import { REFERENCE_TABLE, scoreInSql } from "./lib/scoring-reference";

const AGREEMENT = 1e-9;
const TOUCHED = 10_000;
const PAGE_TOUCHPOINTS = 1_000;

/**
 * Full re-score of 100,000 customers with 50 touchpoints each against one SQL statement for the same signals on the same
 * server, which must agree to 1e-9; growth with touchpoints; re-score of 10,000 touched customers; one page's score.
 */
export async function benchScoring(args: readonly string[]): Promise<object> {
  const scale = args.includes("--small") ? 0.1 : 1;
  const customers = 100_000 * scale;
  const organisationId = await makeScoringOrganisation("Bench", { customers, touchpointsEach: 50 });
  const reference = await referenceSeconds(organisationId);
  await scoreAll(organisationId);
  const full = await timed(() => scoreAll(organisationId));
  await assertAgreement(organisationId);
  const touched = await timed(async () =>
    scoreTouched(organisationId, await someCustomers(organisationId, TOUCHED * scale)),
  );
  const growth5x = await growth(customers / 5);
  const onePageMs = await pageMs();
  return {
    bench: "scoring",
    ratios: {
      full: reference / full.seconds,
      growth5x,
      touched: full.seconds / touched.seconds,
      onePageMs,
    },
    product: { fullSeconds: full.seconds, touchedSeconds: touched.seconds, customers },
    reference: { seconds: reference },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

async function referenceSeconds(organisationId: number): Promise<number> {
  return withTenantClient(organisationId, async (client) => {
    await client.query(REFERENCE_TABLE);
    await scoreInSql(client, organisationId, { asOf: BENCH_AS_OF, intercept: 0 });
    const second = await timed(() => scoreInSql(client, organisationId, { asOf: BENCH_AS_OF, intercept: 0 }));
    return second.seconds;
  });
}

/** @throws Error when product and reference differ: then the ratio would compare different things */
async function assertAgreement(organisationId: number): Promise<void> {
  const worst = await withTenantClient(organisationId, async (client) => {
    await client.query(`DROP TABLE IF EXISTS reference_score`);
    await client.query(REFERENCE_TABLE);
    const { rows: runs } = await client.query<{ intercept: number }>(
      "SELECT intercept FROM score WHERE organisation_id = $1 LIMIT 1",
      [organisationId],
    );
    await scoreInSql(client, organisationId, { asOf: BENCH_AS_OF, intercept: runs[0]?.intercept ?? 0 });
    const { rows } = await client.query<{ worst: number }>(
      `SELECT max(abs(s.log_odds - r.log_odds)) AS worst
       FROM score s FULL JOIN reference_score r ON r.customer_id = s.customer_id WHERE s.organisation_id = $1`,
      [organisationId],
    );
    return rows[0]?.worst ?? Number.POSITIVE_INFINITY;
  });
  if (!(worst <= AGREEMENT)) throw new Error(`Product and reference differ by ${worst} log-odds.`);
}

async function someCustomers(organisationId: number, count: number): Promise<number[]> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ id: number }>("SELECT id FROM customer WHERE organisation_id = $1 ORDER BY hashint4(id) LIMIT $2", [
      organisationId,
      count,
    ]),
  );
  return rows.map((row) => row.id);
}

/** Time with five times the touchpoints over time with one time, for the same customers. */
async function growth(customers: number): Promise<number> {
  const few = await makeScoringOrganisation("Few", { customers, touchpointsEach: 50 });
  const many = await makeScoringOrganisation("Many", { customers, touchpointsEach: 250 });
  const seconds = async (organisationId: number) => {
    await scoreAll(organisationId);
    return (await timed(() => scoreAll(organisationId))).seconds;
  };
  return (await seconds(many)) / (await seconds(few));
}

async function pageMs(): Promise<number> {
  const organisationId = await makeScoringOrganisation("Page", { customers: 1, touchpointsEach: PAGE_TOUCHPOINTS });
  const figures: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const { seconds } = await timed(() => readScore(systemMember(organisationId), "C1"));
    figures.push(seconds * 1000);
  }
  return median(figures);
}
