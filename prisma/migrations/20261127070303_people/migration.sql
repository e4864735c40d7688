-- Who the people at a customer are, how they like things to be, and the days that matter to them.

-- CreateTable
CREATE TABLE "contact" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "decides_here" BOOLEAN NOT NULL DEFAULT false,
    "left_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "contact_organisation_id_customer_id_idx" ON "contact"("organisation_id", "customer_id");

-- CreateTable
CREATE TABLE "preference" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "preference_organisation_id_customer_id_idx" ON "preference"("organisation_id", "customer_id");

-- CreateTable
CREATE TABLE "personal_milestone" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "happens_on" DATE NOT NULL,
    "yearly" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personal_milestone_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateIndex
CREATE INDEX "personal_milestone_organisation_id_customer_id_idx" ON "personal_milestone"("organisation_id", "customer_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "contact" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "contact_id_seq" TO rekindle_app;
ALTER TABLE "contact" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "contact" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "contact" USING (organisation_id = current_organisation());

GRANT SELECT, INSERT, UPDATE, DELETE ON "preference" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "preference_id_seq" TO rekindle_app;
ALTER TABLE "preference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "preference" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "preference" USING (organisation_id = current_organisation());

GRANT SELECT, INSERT, UPDATE, DELETE ON "personal_milestone" TO rekindle_app;
GRANT USAGE, SELECT ON SEQUENCE "personal_milestone_id_seq" TO rekindle_app;
ALTER TABLE "personal_milestone" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "personal_milestone" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "personal_milestone" USING (organisation_id = current_organisation());
