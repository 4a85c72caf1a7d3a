-- Cohorts somebody defined whose figures were released to people who may not see the participants, and who was in them then.
-- Rows are added and never changed; of somebody who is erased nothing stays.
CREATE TABLE "released_cohort" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "criteria_hash" TEXT NOT NULL,
    "site_ids" UUID[] NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "released_to_id" UUID NOT NULL,
    CONSTRAINT "released_cohort_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "released_cohort_programme_id_view_id_criteria_hash_key" ON "released_cohort"("programme_id", "view_id", "criteria_hash");
ALTER TABLE "released_cohort" ADD CONSTRAINT "released_cohort_programme_id_view_id_fkey" FOREIGN KEY ("programme_id", "view_id") REFERENCES "released_view"("programme_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
SELECT app_guard('released_cohort');

CREATE TABLE "released_cohort_person" (
    "participant_id" UUID NOT NULL,
    "released_cohort_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    CONSTRAINT "released_cohort_person_pkey" PRIMARY KEY ("participant_id", "released_cohort_id")
);
CREATE INDEX "released_cohort_person_programme_id_released_cohort_id_idx" ON "released_cohort_person"("programme_id", "released_cohort_id");
ALTER TABLE "released_cohort_person" ADD CONSTRAINT "released_cohort_person_participant_id_programme_id_fkey"
  FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
SELECT app_guard('released_cohort_person');
