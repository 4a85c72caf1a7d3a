-- Data sets that were frozen: who stood where, which forms stood, and the sums of them.
-- The row of a snapshot carries the hash of what was frozen and is written last, so its sums look for it at the end.
CREATE TABLE "snapshot" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "data_hash" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "released" BOOLEAN NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "snapshot_programme_id_name_key" ON "snapshot"("programme_id", "name");
CREATE TABLE "snapshot_cell" (
    "programme_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
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
    CONSTRAINT "snapshot_cell_pkey" PRIMARY KEY ("programme_id", "snapshot_id", "site_id", "cohort_id", "measure", "timepoint_id")
);
ALTER TABLE "snapshot_cell" ADD CONSTRAINT "snapshot_cell_programme_id_snapshot_id_fkey" FOREIGN KEY ("programme_id", "snapshot_id") REFERENCES "snapshot"("programme_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE "snapshot_person" (
    "participant_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "enrolled_on" DATE NOT NULL,
    "ended_on" DATE,
    "hash" TEXT NOT NULL,
    CONSTRAINT "snapshot_person_pkey" PRIMARY KEY ("participant_id", "snapshot_id")
);
CREATE INDEX "snapshot_person_programme_id_snapshot_id_idx" ON "snapshot_person"("programme_id", "snapshot_id");
ALTER TABLE "snapshot_person" ADD CONSTRAINT "snapshot_person_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE TABLE "snapshot_form" (
    "participant_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    CONSTRAINT "snapshot_form_pkey" PRIMARY KEY ("participant_id", "snapshot_id", "assessment_id")
);
ALTER TABLE "snapshot_form" ADD CONSTRAINT "snapshot_form_participant_id_assessment_id_fkey" FOREIGN KEY ("participant_id", "assessment_id") REFERENCES "assessment"("participant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "snapshot_form" ADD CONSTRAINT "snapshot_form_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
SELECT app_guard('snapshot');
SELECT app_guard('snapshot_cell');
SELECT app_guard('snapshot_person');
SELECT app_guard('snapshot_form');
