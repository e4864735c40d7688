-- One draft of the rules per organisation, kept as version 0: the primary key lets there be no second.
ALTER TABLE "rule_set"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "based_on" INTEGER,
  ADD COLUMN "changed_at" TIMESTAMPTZ(3),
  ADD COLUMN "changed_by" TEXT;

ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_draft_is_version_0" CHECK ((version = 0) = (state = 'draft'));
