-- Web processes remember customers and kinds that they looked up, as long as this number stays as it was.
ALTER TABLE "organisation" ADD COLUMN     "lookup_version" INTEGER NOT NULL DEFAULT 0;

-- Takes work over that waits: jobs of the same task that no worker has begun end with the caller's transaction, which does
-- what they ask for, and come back if it rolls back. The application cannot write to the queue itself; see enqueue_job.
CREATE FUNCTION absorb_jobs(organisation integer, job_task text, most integer) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE absorbed record;
BEGIN
  IF organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'absorb_jobs: organisation % is not the current one', organisation;
  END IF;
  FOR absorbed IN
    UPDATE job SET state = 'succeeded', started_at = now(), finished_at = now()
    WHERE organisation_id = organisation AND id IN (
      SELECT id FROM job
      WHERE organisation_id = organisation AND task = job_task AND state = 'queued' AND attempts = 0
      LIMIT most FOR UPDATE SKIP LOCKED)
    RETURNING id, payload
  LOOP
    PERFORM graphile_worker.remove_job(absorbed.id::text);
    RETURN NEXT absorbed.payload;
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION absorb_jobs(integer, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION absorb_jobs(integer, text, integer) TO rekindle_app;
