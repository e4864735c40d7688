import { systemMember } from "@/lib/auth/system-member";
import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { orderScores } from "@/lib/scores/order-scores";
import { readScore } from "@/lib/scores/read-score";
import { scoreAll } from "@/lib/scores/score-all";
import { scoreTouched } from "@/lib/scores/score-touched";
import { describeMachine, median, peakMemoryMb, timed } from "./lib/machine";
import { BENCH_AS_OF, makeScoringOrganisation } from "./lib/scoring-data";
import { REFERENCE_TABLES, type ReferenceTable, scoreInSql } from "./lib/scoring-reference";

const AGREEMENT = 1e-9;
const TOUCHED = 10_000;
const PAGE_TOUCHPOINTS = 1_000;
/** A server has answered before: code and plans are warm. */
const WARM_UP_PAGES = 50;
const PAGES = 200;

/** Runs are a day apart, as they are every night: then nearly every score is another one, and none is left unwritten. */
const DAYS = ["2026-06-28T12:00:00.000Z", "2026-06-29T12:00:00.000Z", BENCH_AS_OF] as const;

/**
 * Full re-score of 100,000 customers with 50 touchpoints each against one SQL statement for the same signals and rows on
 * the same server, which must agree to 1e-9; growth with touchpoints; re-score of 10,000 touched customers; one page's
 * score. `fullBare` is the ratio to a statement that writes a probability and nothing else.
 */
export async function benchScoring(args: readonly string[]): Promise<object> {
  const scale = args.includes("--small") ? 0.1 : 1;
  const customers = 100_000 * scale;
  const organisationId = await makeScoringOrganisation("Bench", { customers, touchpointsEach: 50 });
  await systemPool().query(REFERENCE_TABLES);
  const bare = await referenceSeconds(organisationId, "reference_probability");
  const reference = await referenceSeconds(organisationId, "reference_score");
  const full = await fullSeconds(organisationId);
  await assertAgreement(organisationId);
  const touched = await touchedSeconds(organisationId, TOUCHED * scale);
  const growth5x = await growth(customers / 5);
  const onePageMs = await pageMs();
  return {
    bench: "scoring",
    ratios: {
      full: reference / full,
      fullBare: bare / full,
      growth5x,
      touched: full / touched,
      onePageMs,
    },
    product: { fullSeconds: full, touchedSeconds: touched, customers },
    reference: { seconds: reference, bareSeconds: bare },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

/** The last of the days, when tables, indexes and compiled code are warm; the same for product and reference. */
async function fullSeconds(organisationId: number): Promise<number> {
  let seconds = Number.NaN;
  for (const day of DAYS) {
    ({ seconds } = await timed(() => scoreAll(organisationId, { asOfMs: Date.parse(day) })));
  }
  return seconds;
}

async function referenceSeconds(organisationId: number, table: ReferenceTable): Promise<number> {
  let seconds = Number.NaN;
  for (const asOf of DAYS) {
    ({ seconds } = await timed(() =>
      withTenantClient(organisationId, (client) => scoreInSql(client, organisationId, { table, asOf, intercept: 0 })),
    ));
  }
  return seconds;
}

/** @throws Error when product and reference differ: then the ratio would compare different things */
async function assertAgreement(organisationId: number): Promise<void> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ worst: number | null }>(
      `SELECT max(coalesce(abs(s.log_odds - s.intercept - r.log_odds), 'infinity')) AS worst
       FROM (SELECT * FROM score WHERE organisation_id = $1) s
       FULL JOIN reference_score r ON r.customer_id = s.customer_id`,
      [organisationId],
    ),
  );
  const worst = rows[0]?.worst ?? Number.POSITIVE_INFINITY;
  if (!(worst <= AGREEMENT)) throw new Error(`Product and reference differ by ${worst} log-odds.`);
}

/** The median of as many samples of customers, none of them twice, as there are days of a full run. */
async function touchedSeconds(organisationId: number, count: number): Promise<number> {
  const figures: number[] = [];
  for (let sample = 0; sample < DAYS.length; sample += 1) {
    const ids = await someCustomers(organisationId, count, sample);
    await withTenantClient(organisationId, (client) => orderScores(client, organisationId, ids));
    figures.push((await timed(() => scoreTouched(organisationId))).seconds);
  }
  return median(figures);
}

async function someCustomers(organisationId: number, count: number, sample: number): Promise<number[]> {
  const { rows } = await withTenantClient(organisationId, (client) =>
    client.query<{ id: number }>(
      "SELECT id FROM customer WHERE organisation_id = $1 ORDER BY hashint4(id) OFFSET $2 LIMIT $3",
      [organisationId, sample * count, count],
    ),
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
  for (let round = 0; round < WARM_UP_PAGES + PAGES; round += 1) {
    const { seconds } = await timed(() => readScore(systemMember(organisationId), "C1"));
    if (round >= WARM_UP_PAGES) figures.push(seconds * 1000);
  }
  return median(figures);
}
