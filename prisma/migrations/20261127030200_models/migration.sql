-- A model is trained by a job, may run in shadow, and may be one whose intercept was anchored anew.
ALTER TABLE "model"
  ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'rules',
  ADD COLUMN "request" JSONB,
  ADD COLUMN "job_id" UUID,
  ADD COLUMN "anchored_from" INTEGER,
  ADD COLUMN "created_by" TEXT,
  ADD COLUMN "trained_at" TIMESTAMPTZ(3),
  ADD COLUMN "shadow_since" TIMESTAMPTZ(3);

-- The model in shadow is scored in the same pass; a null costs a row nothing.
ALTER TABLE "score_run" ADD COLUMN "shadow_version" INTEGER;
ALTER TABLE "score" ADD COLUMN "shadow_log_odds" DOUBLE PRECISION;

CREATE TABLE "model_period" (
    "organisation_id" INTEGER NOT NULL,
    "model_version" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "customers" INTEGER NOT NULL,
    "predicted" DOUBLE PRECISION NOT NULL,
    "variance" DOUBLE PRECISION NOT NULL,
    "happened" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_period_pkey" PRIMARY KEY ("organisation_id","model_version","as_of")
);

ALTER TABLE "model_period" ADD CONSTRAINT "model_period_organisation_id_model_version_fkey"
  FOREIGN KEY ("organisation_id", "model_version") REFERENCES "model"("organisation_id", "version")
  ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "model_period" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "model_period" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "model_period" USING (organisation_id = current_organisation());

-- At most one model of an organisation is active, and at most one runs in shadow.
CREATE UNIQUE INDEX "model_one_in_use_idx" ON "model" ("organisation_id", "state") WHERE state IN ('active', 'shadow');

-- Learning takes minutes and only reads: it has a queue of its own, so that scores do not wait for it.
CREATE OR REPLACE FUNCTION enqueue_job(organisation integer, job_task text, job_payload jsonb) RETURNS uuid
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
    queue_name := CASE job_task WHEN 'train-model' THEN 'learning-' ELSE 'organisation-' END || organisation,
    job_key := job_id::text,
    max_attempts := 5
  );
  RETURN job_id;
END
$$;
