-- AlterTable
ALTER TABLE "import" ADD COLUMN     "held" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "undo" JSONB,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by_name" TEXT;

-- AlterTable
ALTER TABLE "kind" ADD COLUMN     "import_id" INTEGER;

-- CreateTable
CREATE TABLE "import_change" (
    "organisation_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("organisation_id","import_id","customer_id")
);

-- CreateTable
CREATE TABLE "held_row" (
    "organisation_id" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "customer_external_id" TEXT NOT NULL,
    "kind" TEXT,
    "row" JSONB NOT NULL,
    "fields" TEXT[],
    "import_id" INTEGER,
    "hook_id" INTEGER,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "held_row_pkey" PRIMARY KEY ("organisation_id","key")
);

-- CreateTable
CREATE TABLE "hook" (
    "organisation_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "unknown_customer" TEXT NOT NULL DEFAULT 'hold',
    "unknown_kind" TEXT NOT NULL DEFAULT 'hold',
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "hook_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "hook_delivery" (
    "organisation_id" INTEGER NOT NULL,
    "hook_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hook_delivery_pkey" PRIMARY KEY ("organisation_id","hook_id","id")
);

-- CreateIndex
CREATE INDEX "held_row_organisation_id_held_at_key_idx" ON "held_row"("organisation_id", "held_at", "key");

-- CreateIndex
CREATE UNIQUE INDEX "hook_organisation_id_token_hash_key" ON "hook"("organisation_id", "token_hash");

-- The second wall, as for every tenant table.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['import_change', 'held_row', 'hook', 'hook_delivery'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation_id = current_organisation())', tenant_table);
  END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_change", "held_row", "hook", "hook_delivery" TO rekindle_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO rekindle_app;

-- An undo looks for the touchpoints of one import. They lie together, because touchpoints are only ever appended: a
-- summary of ranges finds them and costs the merge next to nothing, unlike an entry for every row.
CREATE INDEX "touchpoint_organisation_id_import_id_idx"
  ON "touchpoint" USING brin ("organisation_id", "import_id") WITH (pages_per_range = 32);
