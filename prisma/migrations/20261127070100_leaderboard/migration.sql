-- The leaderboard of a million customers: what is filtered by stands beside the score, in the indexes that give the order,
-- and the figures above it are kept as scores are written.

ALTER TABLE "score"
  ADD COLUMN "owner_id" INTEGER,
  ADD COLUMN "renews_on" DATE,
  ADD COLUMN "mrr_minor" BIGINT,
  ADD COLUMN "in_own_currency" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "reason_category" TEXT;

-- CreateTable
CREATE TABLE "risk_summary" (
    "organisation_id" INTEGER NOT NULL,
    "run_id" INTEGER NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "calm" INTEGER NOT NULL,
    "watch" INTEGER NOT NULL,
    "at_risk" INTEGER NOT NULL,
    "critical" INTEGER NOT NULL,
    "wavering" INTEGER NOT NULL,
    "rose" INTEGER NOT NULL,
    "worsened" INTEGER NOT NULL,
    "improved" INTEGER NOT NULL,
    "departed" INTEGER NOT NULL,
    "valued" INTEGER NOT NULL,
    "value_at_risk_minor" BIGINT NOT NULL,

    CONSTRAINT "risk_summary_pkey" PRIMARY KEY ("organisation_id","run_id","owner_id")
);

-- CreateTable
CREATE TABLE "customer_tag" (
    "organisation_id" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_name" TEXT NOT NULL,

    CONSTRAINT "customer_tag_pkey" PRIMARY KEY ("organisation_id","tag","customer_id")
);

-- CreateTable
CREATE TABLE "customer_snooze" (
    "organisation_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "until" DATE NOT NULL,
    "snoozed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "snoozed_by_name" TEXT NOT NULL,

    CONSTRAINT "customer_snooze_pkey" PRIMARY KEY ("organisation_id","customer_id")
);

-- CreateIndex
CREATE INDEX "customer_tag_organisation_id_customer_id_idx" ON "customer_tag"("organisation_id", "customer_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "risk_summary", "customer_tag", "customer_snooze" TO rekindle_app;

-- The owner fills the new columns of what was scored before; the wall stands again below.
ALTER TABLE "score" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "score_run" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "customer" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "rule" NO FORCE ROW LEVEL SECURITY;

UPDATE "score" s
SET owner_id = c.owner_id, renews_on = c.renews_on, mrr_minor = c.mrr_minor,
    in_own_currency = coalesce(c.currency, g.currency) = g.currency,
    reason_category = (
      SELECT l.definition ->> 'category'
      FROM jsonb_array_elements(s.reasons) WITH ORDINALITY AS reason(entry, position)
      JOIN "score_run" r ON r.organisation_id = s.organisation_id AND r.id = s.run_id
      JOIN "rule" l ON l.organisation_id = s.organisation_id AND l.rule_set_version = r.rule_set_version AND l.key = entry ->> 0
      WHERE (entry ->> 1)::float8 > 0 ORDER BY reason.position LIMIT 1)
FROM "customer" c, "organisation" g
WHERE c.organisation_id = s.organisation_id AND c.id = s.customer_id AND g.id = s.organisation_id;

INSERT INTO "risk_summary" (organisation_id, run_id, owner_id, calm, watch, at_risk, critical, wavering, rose, worsened,
                            improved, departed, valued, value_at_risk_minor)
SELECT organisation_id, run_id, coalesce(owner_id, 0),
       count(*) FILTER (WHERE stage <> 'departed' AND band = 'calm'),
       count(*) FILTER (WHERE stage <> 'departed' AND band = 'watch'),
       count(*) FILTER (WHERE stage <> 'departed' AND band = 'at-risk'),
       count(*) FILTER (WHERE stage <> 'departed' AND band = 'critical'),
       count(*) FILTER (WHERE stage = 'wavering'),
       count(*) FILTER (WHERE stage <> 'departed' AND change_7d >= 10),
       count(*) FILTER (WHERE stage <> 'departed' AND change_7d >= 1),
       count(*) FILTER (WHERE stage <> 'departed' AND change_7d <= -1),
       count(*) FILTER (WHERE stage = 'departed'),
       count(value_at_risk_minor) FILTER (WHERE stage <> 'departed' AND in_own_currency),
       coalesce(sum(value_at_risk_minor) FILTER (WHERE stage <> 'departed' AND in_own_currency), 0)
FROM "score" GROUP BY organisation_id, run_id, coalesce(owner_id, 0);

ALTER TABLE "score" FORCE ROW LEVEL SECURITY;
ALTER TABLE "score_run" FORCE ROW LEVEL SECURITY;
ALTER TABLE "customer" FORCE ROW LEVEL SECURITY;
ALTER TABLE "rule" FORCE ROW LEVEL SECURITY;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['risk_summary', 'customer_tag', 'customer_snooze'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation_id = current_organisation())', tenant_table);
  END LOOP;
END
$$;

-- One index for each order by score. What is filtered by is included: a page is found in the index alone, and a filter
-- that fits one customer in a thousand reads 50,000 small entries, not as many rows of the table.
DROP INDEX "score_organisation_id_run_id_risk_order_customer_id_idx";
DROP INDEX "score_organisation_id_run_id_change_7d_customer_id_idx";
DROP INDEX "score_organisation_id_run_id_value_at_risk_idx";
CREATE INDEX "score_by_risk_idx" ON "score" ("organisation_id", "run_id", "risk_order" DESC, "customer_id")
  INCLUDE ("owner_id", "stage", "reason_category", "renews_on", "mrr_minor", "in_own_currency", "change_7d");
CREATE INDEX "score_by_change_7d_idx" ON "score" ("organisation_id", "run_id", "change_7d" DESC, "customer_id");
-- Customers of unknown value come last; an expression, because keyset pages need one comparable value.
CREATE INDEX "score_by_value_at_risk_idx"
  ON "score" ("organisation_id", "run_id", (coalesce("value_at_risk_minor", -1)) DESC, "customer_id");

-- A run replaces every row: the map that lets pages be read from the index alone has to be made again soon after.
ALTER TABLE "score" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
                         autovacuum_vacuum_cost_delay = 0);

-- Search: parts of names and ids by their trigrams. Where the extensions are not to be had, search reads customer after
-- customer and is slower, not other.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE INDEX "customer_search_idx" ON "customer"
    USING gin ("organisation_id", "name" gin_trgm_ops, "external_id" gin_trgm_ops);
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'no trigram index: %', SQLERRM;
END
$$;

-- Up to `most` customers whose name or id matches a pattern. Under row-level security PostgreSQL compares texts by pattern
-- only after the wall, so it cannot ask the index; this function names the organisation itself, and only the current one.
CREATE FUNCTION find_customers(organisation integer, patterns text[], most integer) RETURNS integer[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE found integer[];
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'find_customers: organisation % is not the current one', organisation;
  END IF;
  SELECT array_agg(id) INTO found FROM (
    SELECT c.id FROM customer c
    WHERE c.organisation_id = organisation AND (c.name ILIKE ANY (patterns) OR c.external_id ILIKE ANY (patterns))
    LIMIT most) few;
  RETURN coalesce(found, '{}');
END
$$;
REVOKE ALL ON FUNCTION find_customers(integer, text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_customers(integer, text[], integer) TO rekindle_app;
