-- The role the application works under: it logs in through the owner (startup option "role"), owns nothing and
-- cannot bypass row-level security. Roles belong to the cluster, so another database may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rekindle_app') THEN
    CREATE ROLE rekindle_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT pg_has_role(current_user, 'rekindle_app', 'SET') THEN
    EXECUTE format('GRANT rekindle_app TO %I', current_user);
  END IF;
EXCEPTION
  -- Two databases of one cluster migrated at the same moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

GRANT USAGE ON SCHEMA public TO rekindle_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO rekindle_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO rekindle_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO rekindle_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO rekindle_app;
REVOKE ALL ON TABLE "_prisma_migrations" FROM rekindle_app;

-- The second wall: a row is visible and writable only under its own organisation.
CREATE FUNCTION current_organisation() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('app.org', true), '')::integer $$;

DO $$
DECLARE tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'organisation_id' ORDER BY table_name
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation_id = current_organisation())', tenant_table);
  END LOOP;
END
$$;

ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organisation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "organisation" USING (id = current_organisation());

-- The owner runs the queue and the nightly schedule: it may list organisations and touch jobs, and nothing else.
CREATE POLICY operator ON "organisation" TO CURRENT_USER USING (true);
CREATE POLICY operator ON "job" TO CURRENT_USER USING (true);

-- After sign-in a person finds the organisations she belongs to before one of them is chosen.
CREATE POLICY own_memberships ON "member" FOR SELECT
  USING (user_id = NULLIF(current_setting('app.user', true), ''));

-- Scoring and journeys read a customer's touchpoints in time order from this index alone.
CREATE INDEX "touchpoint_organisation_id_customer_id_occurred_at_idx"
  ON "touchpoint" ("organisation_id", "customer_id", "occurred_at")
  INCLUDE ("kind_id", "value", "sentiment", "key", "received_at");

-- Customers of unknown value come last; an expression, because keyset pages need one comparable value.
CREATE INDEX "score_organisation_id_run_id_value_at_risk_idx"
  ON "score" ("organisation_id", "run_id", (coalesce("value_at_risk_minor", -1)) DESC, "customer_id");

-- Customers without a renewal date come last when the next renewals are asked for, for the same reason.
CREATE INDEX "customer_organisation_id_renews_on_idx"
  ON "customer" ("organisation_id", (coalesce("renews_on", 'infinity'::date)), "id");

-- Work is queued in the transaction that makes it necessary. The application cannot write to the queue itself; this
-- function can, and only for the organisation whose transaction it is. A waiting job of the same task and payload is reused.
CREATE FUNCTION enqueue_job(organisation integer, job_task text, job_payload jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE job_id uuid;
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'enqueue_job: organisation % is not the current one', organisation;
  END IF;
  SELECT id INTO job_id FROM job
    WHERE organisation_id = organisation AND task = job_task AND payload = job_payload AND state = 'queued' AND attempts = 0
    LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF job_id IS NOT NULL THEN RETURN job_id; END IF;
  INSERT INTO job (organisation_id, task, payload) VALUES (organisation, job_task, job_payload) RETURNING id INTO job_id;
  PERFORM graphile_worker.add_job(
    job_task,
    json_build_object('organisationId', organisation, 'jobId', job_id),
    queue_name := 'organisation-' || organisation,
    job_key := job_id::text,
    max_attempts := 5
  );
  RETURN job_id;
END
$$;
REVOKE ALL ON FUNCTION enqueue_job(integer, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(integer, text, jsonb) TO rekindle_app;

CREATE INDEX "job_waiting_idx" ON "job" ("organisation_id", "task") WHERE state = 'queued';
