-- Changes of many customers at once from the leaderboard, as background work, with what each customer was before.

-- CreateTable
CREATE TABLE "bulk_change" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "book_of_id" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "changed" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "job_id" UUID,
    "member_id" INTEGER,
    "member_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "bulk_change_row" (
    "organisation_id" INTEGER NOT NULL,
    "bulk_change_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "before" TEXT,

    CONSTRAINT "bulk_change_row_pkey" PRIMARY KEY ("organisation_id","bulk_change_id","customer_id")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "bulk_change", "bulk_change_row" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "bulk_change_id_seq" TO rekindle_app;

ALTER TABLE "bulk_change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_change" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "bulk_change" USING (organisation_id = current_organisation());
ALTER TABLE "bulk_change_row" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "bulk_change_row" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "bulk_change_row" USING (organisation_id = current_organisation());
