-- When the touchpoints of a merged kind had become the other's: scores of before were reckoned from what is no longer there.
ALTER TABLE "kind" ADD COLUMN "moved_at" TIMESTAMPTZ(3);

-- Of merges of before nothing tells when. The owner is subject to row-level security as well, unless it is not forced.
ALTER TABLE "kind" NO FORCE ROW LEVEL SECURITY;
UPDATE "kind" SET "moved_at" = now() WHERE "merged_into_id" IS NOT NULL;
ALTER TABLE "kind" FORCE ROW LEVEL SECURITY;
