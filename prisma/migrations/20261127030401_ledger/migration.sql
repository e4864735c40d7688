-- What was known of a customer until it was replaced, and what decided scores from when on: old scores can be explained.

-- CreateTable
CREATE TABLE "former_facts" (
    "organisation_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mrr_minor" BIGINT,
    "started_on" DATE,
    "renews_on" DATE,
    "traits" JSONB NOT NULL,

    CONSTRAINT "former_facts_pkey" PRIMARY KEY ("organisation_id","customer_id","replaced_at")
);

-- CreateTable
CREATE TABLE "scoring_configuration" (
    "organisation_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "model_version" INTEGER NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "kinds" JSONB NOT NULL,
    "horizon_days" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scoring_configuration_pkey" PRIMARY KEY ("organisation_id","version")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "former_facts", "scoring_configuration" TO rekindle_app;

ALTER TABLE "former_facts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "former_facts" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "former_facts" USING (organisation_id = current_organisation());

ALTER TABLE "scoring_configuration" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scoring_configuration" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "scoring_configuration" USING (organisation_id = current_organisation());
