-- What people think of a customer's risk, beside the computed score: bands or probabilities with a reason and an expiry,
-- comments, and what was taken back. Rows are only ever added.

-- CreateTable
CREATE TABLE "judgement" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "band" TEXT,
    "probability" DOUBLE PRECISION,
    "reason" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "withdraws_id" INTEGER,
    "member_id" INTEGER,
    "member_name" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "model_probability" DOUBLE PRECISION,
    "horizon_days" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "judgement_organisation_id_customer_id_id_idx" ON "judgement"("organisation_id", "customer_id", "id");

-- CreateIndex
CREATE INDEX "judgement_organisation_id_expires_at_idx" ON "judgement"("organisation_id", "expires_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "judgement" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "judgement_id_seq" TO rekindle_app;

ALTER TABLE "judgement" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "judgement" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "judgement" USING (organisation_id = current_organisation());
