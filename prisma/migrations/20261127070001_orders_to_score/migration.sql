-- Orders to score customers are done together (absorb_jobs): comparing each with all that wait, to find an equal one, would
-- cost more than storing the touchpoints that it is for.
CREATE OR REPLACE FUNCTION enqueue_job(organisation integer, job_task text, job_payload jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE job_id uuid;
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'enqueue_job: organisation % is not the current one', organisation;
  END IF;
  IF job_task <> 'score-customers' THEN
    SELECT id INTO job_id FROM job
      WHERE organisation_id = organisation AND task = job_task AND payload = job_payload AND state = 'queued' AND attempts = 0
      LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF job_id IS NOT NULL THEN RETURN job_id; END IF;
  END IF;
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
