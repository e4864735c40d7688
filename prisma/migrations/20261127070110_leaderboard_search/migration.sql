-- Books and reasons are what most lists of few customers are asked by: each has its own order by risk.
CREATE INDEX "score_by_owner_idx" ON "score" ("organisation_id", "run_id", "owner_id", "risk_order" DESC, "customer_id")
  INCLUDE ("stage", "reason_category", "renews_on", "mrr_minor", "in_own_currency", "change_7d");
CREATE INDEX "score_by_category_idx" ON "score" ("organisation_id", "run_id", "reason_category", "risk_order" DESC, "customer_id")
  INCLUDE ("owner_id", "stage", "renews_on", "mrr_minor", "in_own_currency", "change_7d");

-- The order by value finds its page in the index alone as well.
DROP INDEX "score_by_value_at_risk_idx";
CREATE INDEX "score_by_value_at_risk_idx"
  ON "score" ("organisation_id", "run_id", (coalesce("value_at_risk_minor", -1)) DESC, "customer_id")
  INCLUDE ("value_at_risk_minor", "risk_order", "owner_id", "stage", "reason_category", "renews_on", "mrr_minor", "in_own_currency",
           "change_7d");

-- Whoever searches names: a role that can do nothing else. Its policy lets it see every customer's name and id, so that
-- PostgreSQL may ask the index of trigrams; find_customers, which runs as it, lets out those of the current organisation.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rekindle_search') THEN
    CREATE ROLE rekindle_search NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT pg_has_role(current_user, 'rekindle_search', 'SET') THEN
    EXECUTE format('GRANT rekindle_search TO %I', current_user);
  END IF;
EXCEPTION
  -- Two databases of one cluster migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

GRANT USAGE ON SCHEMA public TO rekindle_search;
GRANT SELECT ("organisation_id", "id", "name", "external_id") ON "customer" TO rekindle_search;
CREATE POLICY search ON "customer" FOR SELECT TO rekindle_search USING (true);
GRANT EXECUTE ON FUNCTION current_organisation() TO rekindle_search;

-- To be given a function, a role must be allowed to make one where it stands.
GRANT CREATE ON SCHEMA public TO rekindle_search;
ALTER FUNCTION find_customers(integer, text[], integer) OWNER TO rekindle_search;
REVOKE CREATE ON SCHEMA public FROM rekindle_search;
