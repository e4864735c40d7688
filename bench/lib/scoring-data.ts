import { systemPool } from "@/lib/db/pool";
import { withTenant } from "@/lib/db/with-tenant";
import { withTenantClient } from "@/lib/db/with-tenant-client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ruleDefinition } from "@/lib/schemas/rule-set";
import { BENCH_RULES } from "./scoring-rules";

export const BENCH_AS_OF = "2026-06-30T12:00:00.000Z";
const KINDS = ["login", "support-ticket", "meeting", "nps-response", "complaint", "email"];

/** An organisation with made-up customers and touchpoints over two years, scored by BENCH_RULES. @returns its id */
export async function makeScoringOrganisation(
  name: string,
  size: Readonly<{ customers: number; touchpointsEach: number }>,
): Promise<number> {
  const { organisationId } = await createOrganisation({ name, admin: null, settings: { clock: BENCH_AS_OF } });
  await putRulesIntoForce(organisationId);
  await withTenantClient(organisationId, async (client) => {
    await client.query(
      `INSERT INTO customer (organisation_id, external_id, name, mrr_minor, started_on, renews_on)
       SELECT $1, 'C' || n, 'Customer ' || n, 10000 + n % 90000,
              CASE WHEN n % 10 > 0 THEN $2::date - (n::bigint * 7919 % 1400)::int END,
              CASE WHEN n % 7 > 0 THEN $2::date + (n::bigint * 104729 % 365)::int END
       FROM generate_series(1, $3::int) n`,
      [organisationId, BENCH_AS_OF.slice(0, 10), size.customers],
    );
    await client.query(
      `INSERT INTO touchpoint (organisation_id, key, customer_id, occurred_at, kind_id, value, sentiment)
       SELECT $1, gen_random_uuid(), c.id,
              $2::timestamptz - make_interval(secs => (random() * 730 * 86400)::int), k.id,
              CASE WHEN k.key = 'nps-response' THEN floor(random() * 11) END,
              CASE WHEN k.key IN ('meeting', 'support-ticket') THEN (random() * 2 - 1)::real END
       FROM customer c
       CROSS JOIN generate_series(1, $3::int) n
       JOIN kind k ON k.organisation_id = $1 AND k.key = ($4::text[])[1 + (n + c.id) % ${KINDS.length}]
       WHERE c.organisation_id = $1`,
      [organisationId, BENCH_AS_OF, size.touchpointsEach, KINDS],
    );
  });
  await systemPool().query("VACUUM ANALYZE touchpoint, customer");
  return organisationId;
}

async function putRulesIntoForce(organisationId: number): Promise<void> {
  await withTenant(organisationId, async (tx) => {
    await tx.rule.deleteMany({ where: { organisationId, ruleSetVersion: 1 } });
    await tx.rule.createMany({
      data: BENCH_RULES.map((rule, position) => ({
        organisationId,
        ruleSetVersion: 1,
        key: rule.key,
        position,
        definition: ruleDefinition.parse(rule),
      })),
    });
  });
}
