-- Cohorts that people define by criteria, each change of them a version of its own.
CREATE TABLE "cohort_definition" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "cohort_definition_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "cohort_definition_programme_id_name_key" ON "cohort_definition"("programme_id", "name");
CREATE TABLE "cohort_definition_version" (
    "programme_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "cohort_definition_version_pkey" PRIMARY KEY ("programme_id", "definition_id", "number")
);
ALTER TABLE "cohort_definition_version" ADD CONSTRAINT "cohort_definition_version_number_check" CHECK (number > 0);
ALTER TABLE "cohort_definition_version" ADD CONSTRAINT "cohort_definition_version_programme_id_definition_id_fkey" FOREIGN KEY ("programme_id", "definition_id") REFERENCES "cohort_definition"("programme_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
SELECT app_guard('cohort_definition');
SELECT app_guard('cohort_definition_version');
