-- What people write down on a customer's page: touchpoints, notes and outcomes, by whom, and whether it was taken back.

-- CreateTable
CREATE TABLE "hand_entry" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "touchpoint_key" UUID,
    "outcome_id" INTEGER,
    "note" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "member_id" INTEGER,
    "member_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_entry_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "hand_entry_organisation_id_customer_id_happened_at_idx" ON "hand_entry"("organisation_id", "customer_id", "happened_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "hand_entry" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "hand_entry_id_seq" TO rekindle_app;

ALTER TABLE "hand_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "hand_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "hand_entry" USING (organisation_id = current_organisation());
