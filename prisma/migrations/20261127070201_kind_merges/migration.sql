-- A kind that was merged into another stays under its name, so that senders may go on using it; its touchpoints become
-- the other's.
ALTER TABLE "kind" ADD COLUMN "merged_into_id" SMALLINT;
