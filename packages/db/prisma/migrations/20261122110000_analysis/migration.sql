-- CreateTable
CREATE TABLE "analysis_plan" (
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analysis_plan_pkey" PRIMARY KEY ("programme_id","version")
);

-- CreateTable
CREATE TABLE "outcome_opening" (
    "programme_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "timepoint_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_opening_pkey" PRIMARY KEY ("programme_id","measure","timepoint_id")
);

-- CreateTable
CREATE TABLE "computation" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "steps_total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "site_ids" UUID[],
    "requested_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "computation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "computation_programme_id_kind_input_hash_key" ON "computation"("programme_id", "kind", "input_hash");

-- AddForeignKey
ALTER TABLE "analysis_plan" ADD CONSTRAINT "analysis_plan_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_opening" ADD CONSTRAINT "outcome_opening_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "computation" ADD CONSTRAINT "computation_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Check
ALTER TABLE "computation" ADD CONSTRAINT "computation_status_check" CHECK ("status" IN ('running', 'done', 'failed', 'cancelled'));
ALTER TABLE "computation" ADD CONSTRAINT "computation_steps_check" CHECK ("steps_done" BETWEEN 0 AND "steps_total");
ALTER TABLE "computation" ADD CONSTRAINT "computation_result_check" CHECK (("status" = 'done') = ("result" IS NOT NULL));
ALTER TABLE "analysis_plan" ADD CONSTRAINT "analysis_plan_version_check" CHECK ("version" >= 1);
