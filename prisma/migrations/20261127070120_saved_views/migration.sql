-- Views of the leaderboard that people keep: an address with a name, one's own or for everyone.

-- CreateTable
CREATE TABLE "saved_view" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "member_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("organisation_id","id")
);

-- The view that the leaderboard opens with for a member; one that is gone counts as none
ALTER TABLE "member" ADD COLUMN "default_view_id" INTEGER;

GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_view" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "saved_view_id_seq" TO rekindle_app;

ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "saved_view" USING (organisation_id = current_organisation());
