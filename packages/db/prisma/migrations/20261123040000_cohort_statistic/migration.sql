-- Sums of the cohorts that people define, kept so that a page costs what its cohorts cost.
CREATE TABLE "cohort_statistic" (
    "programme_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
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
    CONSTRAINT "cohort_statistic_pkey" PRIMARY KEY ("programme_id", "definition_id", "site_id", "measure", "timepoint_id")
);
CREATE TABLE "cohort_statistic_state" (
    "programme_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "cost_ms" INTEGER NOT NULL,
    CONSTRAINT "cohort_statistic_state_pkey" PRIMARY KEY ("programme_id", "definition_id")
);
CREATE INDEX "enrolment_programme_id_recorded_at_idx" ON "enrolment"("programme_id", "recorded_at");
SELECT app_guard('cohort_statistic');
SELECT app_guard('cohort_statistic_state');
