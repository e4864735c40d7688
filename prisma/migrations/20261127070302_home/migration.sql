-- What the first page of each role needs: how many customers each run found in a band, and what an admin confirmed.

-- AlterTable
ALTER TABLE "score_run" ADD COLUMN "band_counts" JSONB;

-- CreateTable
CREATE TABLE "set_up_confirmation" (
    "organisation_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "member_id" INTEGER,
    "member_name" TEXT NOT NULL,

    CONSTRAINT "set_up_confirmation_pkey" PRIMARY KEY ("organisation_id","step","confirmed_at")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "set_up_confirmation" TO rekindle_app;

ALTER TABLE "set_up_confirmation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "set_up_confirmation" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "set_up_confirmation" USING (organisation_id = current_organisation());
