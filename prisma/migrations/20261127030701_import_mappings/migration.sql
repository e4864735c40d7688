-- How files of one shape were imported last: offered when the next one comes.
CREATE TABLE "import_mapping" (
    "organisation_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "filename" TEXT NOT NULL,
    "used_by_name" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("organisation_id", "type", "fingerprint")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE "import_mapping" TO rekindle_app;
ALTER TABLE "import_mapping" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_mapping" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "import_mapping" USING (organisation_id = current_organisation());
