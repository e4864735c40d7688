-- Customers to be scored anew, one row for each batch that touched them. A job for each batch, with the customers as its
-- payload, cost PostgreSQL a sixth of what storing the batch does; now one job that waits is enough for all of them.
CREATE TABLE "score_order" (
    "organisation_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "customer_ids" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_order_pkey" PRIMARY KEY ("organisation_id","id")
);

-- What waits at this moment waits on.
INSERT INTO "score_order" (organisation_id, customer_ids)
  SELECT organisation_id, ARRAY(SELECT jsonb_array_elements_text(payload->'customerIds')::integer) FROM job
  WHERE task = 'score-customers' AND state IN ('queued', 'running') AND jsonb_typeof(payload->'customerIds') = 'array';
UPDATE job SET payload = '{}' WHERE task = 'score-customers' AND state IN ('queued', 'running');

GRANT SELECT, INSERT, UPDATE, DELETE ON "score_order" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "score_order_id_seq" TO rekindle_app;
ALTER TABLE "score_order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "score_order" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "score_order" USING (organisation_id = current_organisation());
-- The owner counts what waits, for the back-pressure.
CREATE POLICY operator ON "score_order" FOR SELECT TO CURRENT_USER USING (true);

DROP FUNCTION absorb_jobs(integer, text, integer);

-- An equal job that waits is reused. It is locked until the transaction ends, together with others that reuse it: it cannot
-- begin, and miss what it is reused for, before that is there to be seen.
CREATE OR REPLACE FUNCTION enqueue_job(organisation integer, job_task text, job_payload jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE job_id uuid;
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'enqueue_job: organisation % is not the current one', organisation;
  END IF;
  SELECT id INTO job_id FROM job
    WHERE organisation_id = organisation AND task = job_task AND payload = job_payload AND state = 'queued' AND attempts = 0
    LIMIT 1 FOR SHARE SKIP LOCKED;
  IF job_id IS NOT NULL THEN RETURN job_id; END IF;
  INSERT INTO job (organisation_id, task, payload) VALUES (organisation, job_task, job_payload) RETURNING id INTO job_id;
  PERFORM graphile_worker.add_job(
    job_task,
    json_build_object('organisationId', organisation, 'jobId', job_id),
    queue_name := CASE WHEN job_task IN ('train-model', 'measure-drift') THEN 'learning-' ELSE 'organisation-' END || organisation,
    job_key := job_id::text,
    max_attempts := 5
  );
  RETURN job_id;
END
$$;
