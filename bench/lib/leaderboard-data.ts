import type { PoolClient } from "pg";
import { systemPool } from "@/lib/db/pool";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { CATEGORIES } from "@/lib/kinds/categories";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { summariseRun } from "@/lib/scores/summarise-run";

export const LEADERBOARD_AS_OF = "2026-06-30T12:00:00.000Z";
export const OWNERS = 200;

const BEGINNINGS = "kest nor alp blu har mer sol tam ost ves bor cal del fen gal hel ive jun lor mar".split(" ");
const MIDDLES = "ar el in om us ad er il on ur an ev is ol ut".split(" ");
const ENDINGS = "wind ika tron bird bour dian ano ind ara per".split(" ");
const TRADES = ["Logistics", "Foods", "Labs", "Textiles", "Energy", "Studios", "Hotels", "Optics", "Marine", "Mills"];
const STAGES = ["courtship", "honeymoon", "established", "established", "established", "established", "returned"];

/**
 * An organisation with so many customers and scores, as a run would leave them: a tenth departed, a tenth at risk or
 * critical, 200 owners, names of a made-up word, a trade and a number, renewals within a year, MRR over three orders of magnitude.
 * @returns its id
 */
export async function makeLeaderboard(name: string, customers: number): Promise<number> {
  const { organisationId } = await createOrganisation({ name, admin: null, settings: { clock: LEADERBOARD_AS_OF } });
  await withTenantClient(organisationId, async (client) => {
    await insertCustomers(client, organisationId, customers);
    const runId = await insertScores(client, organisationId);
    await summariseRun(client, organisationId, runId);
    await client.query("UPDATE organisation SET current_score_run_id = $2 WHERE id = $1", [organisationId, runId]);
  });
  await systemPool().query("VACUUM ANALYZE customer, score, member, risk_summary, customer_tag");
  return organisationId;
}

async function insertCustomers(client: PoolClient, organisationId: number, customers: number): Promise<void> {
  await client.query(
    `INSERT INTO member (organisation_id, user_id, name, email, role)
     SELECT $1::int, 'bench-' || $1::text || '-' || n, 'Owner ' || n, 'owner' || n || '@bench.example', 'manager'
     FROM generate_series(1, $2::int) n`,
    [organisationId, OWNERS],
  );
  await client.query(
    `INSERT INTO customer (organisation_id, external_id, name, owner_id, mrr_minor, started_on, renews_on, traits)
     SELECT $1::int, 'C-' || lpad(n::text, 7, '0'),
            initcap(($3::text[])[1 + (h >> 4) % 20] || ($4::text[])[1 + (h >> 9) % 15] || ($6::text[])[1 + (h >> 13) % 10])
              || ' ' || ($7::text[])[1 + (h >> 17) % 10] || ' ' || n,
            CASE WHEN h % 20 > 0 THEN (SELECT min(id) FROM member WHERE organisation_id = $1::int) + (h >> 3) % ${OWNERS} END,
            CASE WHEN h % 15 > 0 THEN (exp((h % 1000) / 145.0) * 5000)::bigint END,
            $5::date - (h % 1400), CASE WHEN h % 7 > 0 THEN $5::date + ((h >> 5) % 365) END,
            jsonb_build_object('plan', (ARRAY['free', 'team', 'business'])[1 + (h >> 7) % 3])
     FROM (SELECT n, hashint4(n) & 2147483647 AS h FROM generate_series(1, $2::int) n) numbered`,
    [organisationId, customers, BEGINNINGS, MIDDLES, LEADERBOARD_AS_OF.slice(0, 10), ENDINGS, TRADES],
  );
  await client.query(
    `INSERT INTO customer_tag (organisation_id, tag, customer_id, added_by_name)
     SELECT organisation_id, CASE WHEN id % 40 = 0 THEN 'key account' ELSE 'reference' END, id, 'Bench'
     FROM customer WHERE organisation_id = $1 AND (id % 40 = 0 OR id % 997 = 0)`,
    [organisationId],
  );
}

async function insertScores(client: PoolClient, organisationId: number): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO score_run (organisation_id, as_of, model_version, rule_set_version, finished_at)
     VALUES ($1, $2, 1, 1, now()) RETURNING id`,
    [organisationId, LEADERBOARD_AS_OF],
  );
  const runId = rows[0]?.id ?? 0;
  await client.query(
    `INSERT INTO score (organisation_id, run_id, customer_id, as_of, probability, log_odds, intercept, risk_order, band,
                        stage, stage_since, evidence, change_7d, value_at_risk_minor, top_reason, reasons, owner_id, renews_on,
                        mrr_minor, reason_category)
     SELECT $1::int, $2::int, id, $3::timestamptz, p, ln(p / (1 - p)), -2, CASE WHEN departed THEN p - 2 ELSE p END, band,
            CASE WHEN departed THEN 'departed' WHEN p >= 0.25 THEN 'wavering' ELSE ($4::text[])[1 + h % 7] END,
            $3::timestamptz - interval '40 days', CASE WHEN h % 9 = 0 THEN 'thin' ELSE 'ok' END,
            ((h >> 6) % 2000 - 1000) / 100.0 * (random() ^ 3), CASE WHEN NOT departed THEN round(mrr_minor * p) END,
            jsonb_build_object('text', jsonb_build_object('id', 'count', 'values',
              jsonb_build_object('noun', 'complaint', 'what', 'Complaints', 'count', h % 9, 'days', 60)), 'points', 12.5),
            jsonb_build_array(jsonb_build_array('rule-a', 0.4), jsonb_build_array('rule-b', 0.3), jsonb_build_array('rule-c', -0.2)),
            owner_id, renews_on, mrr_minor, ($5::text[])[1 + (h >> 11) % ${CATEGORIES.length}]
     FROM (SELECT *, CASE WHEN p >= 0.5 THEN 'critical' WHEN p >= 0.25 THEN 'at-risk' WHEN p >= 0.1 THEN 'watch' ELSE 'calm' END AS band
           FROM (SELECT id, owner_id, renews_on, mrr_minor, hashint4(id) & 2147483647 AS h,
                        0.001 + 0.97 * (random() ^ 8) AS p, hashint4(id + 7) % 10 = 0 AS departed
                 FROM customer WHERE organisation_id = $1) drawn) banded`,
    [organisationId, runId, LEADERBOARD_AS_OF, STAGES, CATEGORIES],
  );
  return runId;
}
