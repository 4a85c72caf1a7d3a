-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "assessment" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "timepoint_id" UUID NOT NULL,
    "instrument" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,
    "answers" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "replaces_id" UUID,
    "reason" TEXT,
    "import_id" UUID,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "assessment_conflict" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "received_by_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "assessment_conflict_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "score" (
    "participant_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "timepoint_id" UUID NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "outcome" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "items_used" INTEGER NOT NULL,
    "items_total" INTEGER NOT NULL,
    "prorated" BOOLEAN NOT NULL DEFAULT false,
    "provenance" JSONB NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("participant_id","assessment_id","measure")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "subject_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("subject_id","id")
);

-- CreateTable
CREATE TABLE "change_statistic" (
    "programme_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "timepoint_id" UUID NOT NULL,
    "n" BIGINT NOT NULL,
    "sum" DECIMAL NOT NULL,
    "sum_squares" DECIMAL NOT NULL,
    "unscored" BIGINT NOT NULL,
    "pairs" BIGINT NOT NULL,
    "sum_x" DECIMAL NOT NULL,
    "sum_y" DECIMAL NOT NULL,
    "sum_xx" DECIMAL NOT NULL,
    "sum_yy" DECIMAL NOT NULL,
    "sum_xy" DECIMAL NOT NULL,

    CONSTRAINT "change_statistic_pkey" PRIMARY KEY ("programme_id","site_id","cohort_id","measure","timepoint_id")
);

-- CreateTable
CREATE TABLE "change_statistic_delta" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_statistic_delta_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "participant" (
    "participant_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("participant_id")
);

-- CreateTable
CREATE TABLE "participant_code" (
    "claim" TEXT NOT NULL,
    "participant_id" UUID NOT NULL,

    CONSTRAINT "participant_code_pkey" PRIMARY KEY ("claim")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "enrolled_on" DATE NOT NULL,
    "ended_on" DATE,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "current" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "app_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "site_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data_label" TEXT,
    "suppression_threshold" INTEGER NOT NULL DEFAULT 5,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timepoint" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "target_day" INTEGER NOT NULL,
    "days_before" INTEGER NOT NULL,
    "days_after" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "timepoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instrument_use" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "instrument" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "timepoint_codes" TEXT[],
    "response_path" JSONB,

    CONSTRAINT "instrument_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording_pack" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "instrument" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "permission" JSONB NOT NULL,
    "loaded_by_id" UUID NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wording_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_measure" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "improvement" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "minimum" DOUBLE PRECISION,
    "maximum" DOUBLE PRECISION,
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "programme_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_import" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BYTEA,
    "mapping" JSONB,
    "status" TEXT NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_programme_id_timepoint_id_instrument_idx" ON "assessment"("programme_id", "timepoint_id", "instrument");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_one_current" ON "assessment"("participant_id", "timepoint_id", "instrument") WHERE ("current" = true);

-- CreateIndex
CREATE UNIQUE INDEX "assessment_conflict_participant_id_assessment_id_content_ha_key" ON "assessment_conflict"("participant_id", "assessment_id", "content_hash");

-- CreateIndex
CREATE INDEX "score_current" ON "score"("participant_id", "measure", "timepoint_id") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "audit_event_programme_id_at_idx" ON "audit_event"("programme_id", "at" DESC);

-- CreateIndex
CREATE INDEX "change_statistic_delta_programme_id_idx" ON "change_statistic_delta"("programme_id");

-- CreateIndex
CREATE INDEX "participant_programme_id_code_idx" ON "participant"("programme_id", "code");

-- CreateIndex
CREATE INDEX "participant_programme_id_site_id_cohort_id_idx" ON "participant"("programme_id", "site_id", "cohort_id");

-- CreateIndex
CREATE INDEX "enrolment_current_status" ON "enrolment"("programme_id", "status") WHERE ("current" = true);

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_one_current" ON "enrolment"("participant_id") WHERE ("current" = true);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_session_token_key" ON "app_session"("token");

-- CreateIndex
CREATE INDEX "app_session_user_id_idx" ON "app_session"("user_id");

-- CreateIndex
CREATE INDEX "app_account_user_id_idx" ON "app_account"("user_id");

-- CreateIndex
CREATE INDEX "app_verification_identifier_idx" ON "app_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "app_rate_limit_key_key" ON "app_rate_limit"("key");

-- CreateIndex
CREATE INDEX "membership_programme_id_idx" ON "membership"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_programme_id_role_site_id_key" ON "membership"("user_id", "programme_id", "role", "site_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_whole_programme" ON "membership"("user_id", "programme_id", "role") WHERE ("site_id" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "site_programme_id_name_key" ON "site"("programme_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_programme_id_name_key" ON "cohort"("programme_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "timepoint_programme_id_code_key" ON "timepoint"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "timepoint_one_baseline" ON "timepoint"("programme_id") WHERE ("kind" = 'baseline');

-- CreateIndex
CREATE UNIQUE INDEX "instrument_use_programme_id_instrument_edition_key" ON "instrument_use"("programme_id", "instrument", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "wording_pack_programme_id_instrument_edition_language_key" ON "wording_pack"("programme_id", "instrument", "edition", "language");

-- CreateIndex
CREATE UNIQUE INDEX "programme_measure_programme_id_code_key" ON "programme_measure"("programme_id", "code");

-- CreateIndex
CREATE INDEX "study_import_programme_id_created_at_idx" ON "study_import"("programme_id", "created_at");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessment_conflict" ADD CONSTRAINT "assessment_conflict_participant_id_assessment_id_fkey" FOREIGN KEY ("participant_id", "assessment_id") REFERENCES "assessment"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_participant_id_assessment_id_fkey" FOREIGN KEY ("participant_id", "assessment_id") REFERENCES "assessment"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "app_session" ADD CONSTRAINT "app_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_account" ADD CONSTRAINT "app_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timepoint" ADD CONSTRAINT "timepoint_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instrument_use" ADD CONSTRAINT "instrument_use_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_pack" ADD CONSTRAINT "wording_pack_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_measure" ADD CONSTRAINT "programme_measure_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_import" ADD CONSTRAINT "study_import_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Closed lists. They are checks rather than enum types because an enum column cannot be written on a sharded table.
-- The same lists stand in the domain package; a test compares them.

-- Check
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('administrator', 'evaluator', 'clinic-staff', 'researcher', 'peer-coordinator'));

-- Check
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_kind_check" CHECK ("kind" IN ('peer-support', 'comparison', 'other'));

-- Check
ALTER TABLE "timepoint" ADD CONSTRAINT "timepoint_kind_check" CHECK ("kind" IN ('baseline', 'end', 'follow-up'));

-- Check
ALTER TABLE "programme_measure" ADD CONSTRAINT "programme_measure_improvement_check" CHECK ("improvement" IN ('increase', 'decrease', 'none'));

-- Check
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_status_check" CHECK ("status" IN ('active', 'completed', 'withdrawn', 'transferred', 'lost', 'died'));

-- Check
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_dates_check" CHECK ("ended_on" IS NULL OR "ended_on" >= "enrolled_on");

-- Check
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_mode_check" CHECK ("mode" IN ('interview', 'paper', 'self', 'import'));

-- Check: missing is never zero
ALTER TABLE "score" ADD CONSTRAINT "score_outcome_check" CHECK ("outcome" IN ('scored', 'incomplete', 'not-applicable'));

-- Check
ALTER TABLE "score" ADD CONSTRAINT "score_value_check" CHECK (("outcome" = 'scored') = ("value" IS NOT NULL));

-- Check: a sum must stay computable
ALTER TABLE "score" ADD CONSTRAINT "score_finite_check" CHECK ("value" NOT IN ('NaN', 'Infinity', '-Infinity'));

-- Check
ALTER TABLE "study_import" ADD CONSTRAINT "study_import_status_check" CHECK ("status" IN ('uploaded', 'checked', 'running', 'done', 'failed'));

-- Check
ALTER TABLE "programme" ADD CONSTRAINT "programme_threshold_check" CHECK ("suppression_threshold" >= 1);
