-- The index of trigrams without the organisation, whose every customer a look into it had to go through; an organisation that
-- is small beside the others is found by its own index, and the two are laid over each other.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    DROP INDEX IF EXISTS "customer_search_idx";
    CREATE INDEX "customer_search_idx" ON "customer" USING gin ("name" gin_trgm_ops, "external_id" gin_trgm_ops);
  END IF;
END
$$;

-- One regular expression for a search instead of up to three patterns of ILIKE: the index of trigrams is read once. And it
-- is always read: for short texts the planner expected so many customers that it went through the table, which took
-- seconds when there were none.
DROP FUNCTION find_customers(integer, text[], integer);

CREATE FUNCTION find_customers(organisation integer, pattern text, most integer) RETURNS integer[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE found integer[];
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'find_customers: organisation % is not the current one', organisation;
  END IF;
  SELECT array_agg(id) INTO found FROM (
    SELECT c.id FROM customer c
    WHERE c.organisation_id = organisation AND (c.name ~* pattern OR c.external_id ~* pattern)
    LIMIT most) few;
  RETURN coalesce(found, '{}');
END
$$;
REVOKE ALL ON FUNCTION find_customers(integer, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_customers(integer, text, integer) TO rekindle_app;

-- It runs as the role that can see names and ids and do nothing else; to be given it, that role must be allowed to make one.
GRANT CREATE ON SCHEMA public TO rekindle_search;
ALTER FUNCTION find_customers(integer, text, integer) OWNER TO rekindle_search;
REVOKE CREATE ON SCHEMA public FROM rekindle_search;

-- The few customers who have a text or a tag are put in the order by risk from this index alone.
ALTER TABLE "score" DROP CONSTRAINT "score_pkey",
  ADD CONSTRAINT "score_pkey" PRIMARY KEY ("organisation_id", "run_id", "customer_id") INCLUDE ("risk_order");
