-- CreateTable
CREATE TABLE "laboratory_settings" (
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule_id" TEXT NOT NULL,
    "verification" TEXT NOT NULL,
    "double_entry" BOOLEAN NOT NULL,
    "schedule" JSONB NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "laboratory_settings_pkey" PRIMARY KEY ("programme_id","version")
);

-- CreateTable
CREATE TABLE "assay" (
    "programme_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assay_pkey" PRIMARY KEY ("programme_id","key","edition")
);

-- CreateTable
CREATE TABLE "laboratory" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "laboratory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "laboratory_mapping" (
    "laboratory_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "laboratory_mapping_pkey" PRIMARY KEY ("laboratory_id","version")
);

-- CreateTable
CREATE TABLE "lab_import" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "laboratory_id" UUID NOT NULL,
    "mapping_version" INTEGER,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lab_import_piece" (
    "lab_import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "lab_import_piece_pkey" PRIMARY KEY ("lab_import_id","position")
);

-- CreateTable
CREATE TABLE "lab_import_row" (
    "lab_import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "field" TEXT,
    "rule" TEXT,
    "result_id" UUID,

    CONSTRAINT "lab_import_row_pkey" PRIMARY KEY ("lab_import_id","position")
);

-- CreateTable
CREATE TABLE "lab_result" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "comparator" TEXT,
    "value" TEXT,
    "unit" TEXT,
    "copies_per_ml" DOUBLE PRECISION,
    "quantity" DOUBLE PRECISION,
    "derivation" TEXT,
    "lower_limit" DOUBLE PRECISION,
    "upper_limit" DOUBLE PRECISION,
    "detection_limit" DOUBLE PRECISION,
    "specimen" TEXT,
    "assay_key" TEXT NOT NULL DEFAULT '',
    "assay_edition" TEXT,
    "reason_for_test" TEXT,
    "rejection_code" TEXT,
    "failure_code" TEXT,
    "collected_on" DATE NOT NULL,
    "received_on" DATE,
    "tested_on" DATE,
    "returned_on" DATE,
    "as_printed" TEXT,
    "checks" JSONB NOT NULL,
    "entry" TEXT NOT NULL,
    "save_id" UUID NOT NULL,
    "import_id" UUID,
    "entered_by_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content_hash" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "replaces_id" UUID,
    "reason" TEXT,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "verification" TEXT NOT NULL,

    CONSTRAINT "lab_result_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "lab_verification" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lab_verification_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "lab_second_entry" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "differences" JSONB NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lab_second_entry_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "treatment_start" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "started_on" DATE NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "replaces_id" UUID,
    "reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "treatment_start_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "counselling_loop" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "opened_by_result_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_on" DATE,
    "outcome" TEXT,

    CONSTRAINT "counselling_loop_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "counselling_event" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "loop_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "result_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counselling_event_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "lab_standing" (
    "participant_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "treatment_started_on" DATE,
    "answered_id" UUID,
    "answered_on" DATE,
    "answered_state" TEXT,
    "answered_comparator" TEXT,
    "answered_low" DOUBLE PRECISION,
    "answered_high" DOUBLE PRECISION,
    "specimen_id" UUID,
    "specimen_on" DATE,
    "specimen_state" TEXT,
    "due_on" DATE,

    CONSTRAINT "lab_standing_pkey" PRIMARY KEY ("participant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "laboratory_programme_id_name_key" ON "laboratory"("programme_id", "name");

-- CreateIndex
CREATE INDEX "lab_import_programme_id_created_at_idx" ON "lab_import"("programme_id", "created_at");

-- CreateIndex
CREATE INDEX "lab_result_newest" ON "lab_result"("participant_id", "kind", "collected_on" DESC, "entered_at" DESC) WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "lab_result_to_look_at" ON "lab_result"("programme_id", "collected_on", "participant_id", "id") WHERE (current AND verification <> 'not-needed' AND verification <> 'verified');

-- CreateIndex
CREATE INDEX "lab_result_programme_id_entered_by_id_entered_at_idx" ON "lab_result"("programme_id", "entered_by_id", "entered_at");

-- CreateIndex
CREATE INDEX "lab_result_import" ON "lab_result"("import_id") WHERE (import_id IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "lab_result_one_current" ON "lab_result"("participant_id", "kind", "collected_on", "assay_key") WHERE (current AND state <> 'rejected' AND state <> 'failed');

-- CreateIndex
CREATE INDEX "lab_verification_participant_id_result_id_idx" ON "lab_verification"("participant_id", "result_id");

-- CreateIndex
CREATE INDEX "lab_second_entry_participant_id_result_id_idx" ON "lab_second_entry"("participant_id", "result_id");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_start_one_current" ON "treatment_start"("participant_id") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "counselling_loop_open" ON "counselling_loop"("programme_id", "opened_on") WHERE ("closed_on" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "counselling_loop_one_open" ON "counselling_loop"("participant_id") WHERE ("closed_on" IS NULL);

-- CreateIndex
CREATE INDEX "counselling_event_participant_id_loop_id_idx" ON "counselling_event"("participant_id", "loop_id");

-- CreateIndex
CREATE INDEX "lab_standing_programme_id_due_on_participant_id_idx" ON "lab_standing"("programme_id", "due_on", "participant_id");

-- CreateIndex
CREATE INDEX "lab_standing_without_result" ON "lab_standing"("programme_id", "specimen_on", "participant_id") WHERE (specimen_state = 'rejected' OR specimen_state = 'failed');

-- CreateIndex
CREATE INDEX "lab_standing_high" ON "lab_standing"("programme_id", "answered_on", "participant_id") WHERE (answered_low >= 50);

-- AddForeignKey
ALTER TABLE "laboratory_settings" ADD CONSTRAINT "laboratory_settings_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assay" ADD CONSTRAINT "assay_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "laboratory" ADD CONSTRAINT "laboratory_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "laboratory_mapping" ADD CONSTRAINT "laboratory_mapping_laboratory_id_fkey" FOREIGN KEY ("laboratory_id") REFERENCES "laboratory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_import" ADD CONSTRAINT "lab_import_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_import" ADD CONSTRAINT "lab_import_laboratory_id_fkey" FOREIGN KEY ("laboratory_id") REFERENCES "laboratory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_import_piece" ADD CONSTRAINT "lab_import_piece_lab_import_id_fkey" FOREIGN KEY ("lab_import_id") REFERENCES "lab_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_import_row" ADD CONSTRAINT "lab_import_row_lab_import_id_fkey" FOREIGN KEY ("lab_import_id") REFERENCES "lab_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lab_verification" ADD CONSTRAINT "lab_verification_participant_id_result_id_fkey" FOREIGN KEY ("participant_id", "result_id") REFERENCES "lab_result"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lab_second_entry" ADD CONSTRAINT "lab_second_entry_participant_id_result_id_fkey" FOREIGN KEY ("participant_id", "result_id") REFERENCES "lab_result"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "treatment_start" ADD CONSTRAINT "treatment_start_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "counselling_loop" ADD CONSTRAINT "counselling_loop_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "counselling_event" ADD CONSTRAINT "counselling_event_participant_id_loop_id_fkey" FOREIGN KEY ("participant_id", "loop_id") REFERENCES "counselling_loop"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "lab_standing" ADD CONSTRAINT "lab_standing_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;


-- CreateTable
CREATE TABLE "contact_consent" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "may_contact" BOOLEAN NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_consent_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contact_consent_one_current" ON "contact_consent"("participant_id") WHERE ("current" = true);

-- AddForeignKey
ALTER TABLE "contact_consent" ADD CONSTRAINT "contact_consent_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Check: the closed lists, which the domain and the services also hold
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_kind_check" CHECK ("kind" IN ('viral-load', 'cd4-count', 'cd4-percent', 'weight'));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_state_check" CHECK ("state" IN ('quantified', 'below-quantification', 'not-detected', 'above-upper', 'rejected', 'failed', 'pending'));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_comparator_check" CHECK ("comparator" IN ('<', '<=', '>=', '>'));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_specimen_check" CHECK ("specimen" IN ('plasma', 'dried-blood-spot', 'dried-plasma-spot', 'whole-blood'));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_entry_check" CHECK ("entry" IN ('single', 'grid', 'import', 'double'));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_verification_check" CHECK ("verification" IN ('not-needed', 'awaiting', 'verified', 'queried'));
ALTER TABLE "lab_verification" ADD CONSTRAINT "lab_verification_decision_check" CHECK ("decision" IN ('verified', 'queried'));
ALTER TABLE "counselling_loop" ADD CONSTRAINT "counselling_loop_outcome_check" CHECK ("outcome" IN ('suppressed', 'still-unsuppressed', 'regimen-changed', 'ended'));
ALTER TABLE "counselling_event" ADD CONSTRAINT "counselling_event_kind_check" CHECK ("kind" IN ('session', 'repeat', 'closed'));
ALTER TABLE "laboratory_settings" ADD CONSTRAINT "laboratory_settings_verification_check" CHECK ("verification" IN ('none', 'flagged', 'all'));
ALTER TABLE "lab_import" ADD CONSTRAINT "lab_import_status_check" CHECK ("status" IN ('uploading', 'uploaded', 'checked', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "lab_import_row" ADD CONSTRAINT "lab_import_row_outcome_check" CHECK ("outcome" IN ('new', 'same', 'changed', 'conflict', 'refused'));

-- Check: a number has a unit; the kinds besides viral load have one each
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_unit_check" CHECK (("unit" IS NULL) = ("value" IS NULL OR "kind" <> 'viral-load'));

-- Check: missing is never zero, and a number stands exactly where the state has one
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_value_check" CHECK (CASE
  WHEN "state" = 'quantified' THEN "value" IS NOT NULL AND "comparator" IS NULL
  WHEN "state" = 'below-quantification' THEN "comparator" IN ('<', '<=')
  WHEN "state" = 'above-upper' THEN "comparator" IN ('>', '>=')
  ELSE "value" IS NULL AND "unit" IS NULL AND "comparator" IS NULL AND "copies_per_ml" IS NULL AND "quantity" IS NULL END);
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_codes_check" CHECK (("state" = 'rejected') = ("rejection_code" IS NOT NULL) AND ("state" = 'failed') = ("failure_code" IS NOT NULL));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_finite_check" CHECK ("copies_per_ml" < 'Infinity' AND "copies_per_ml" > 0 AND "quantity" < 'Infinity' AND "quantity" >= 0);
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_cache_check" CHECK (("derivation" IS NULL) = (num_nonnulls("copies_per_ml", "quantity") = 0));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_specimen_kind_check" CHECK ("kind" <> 'viral-load' OR "specimen" IS NOT NULL);
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_dates_check" CHECK ("received_on" >= "collected_on" AND "tested_on" >= coalesce("received_on", "collected_on") AND "returned_on" >= coalesce("tested_on", "received_on", "collected_on"));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_undone_check" CHECK (("undone_at" IS NULL) = ("undone_by_id" IS NULL) AND NOT ("current" AND "undone_at" IS NOT NULL));
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_replaces_check" CHECK (("replaces_id" IS NULL) = ("reason" IS NULL));
ALTER TABLE "treatment_start" ADD CONSTRAINT "treatment_start_replaces_check" CHECK (("replaces_id" IS NULL) = ("reason" IS NULL));
ALTER TABLE "counselling_loop" ADD CONSTRAINT "counselling_loop_closed_check" CHECK (("closed_on" IS NULL) = ("outcome" IS NULL) AND "closed_on" >= "opened_on");
ALTER TABLE "laboratory_settings" ADD CONSTRAINT "laboratory_settings_version_check" CHECK ("version" >= 1);
ALTER TABLE "laboratory_mapping" ADD CONSTRAINT "laboratory_mapping_version_check" CHECK ("version" >= 1);
