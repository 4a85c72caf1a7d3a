-- Attempts to back up the database.
CREATE TABLE "backup_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "kind" TEXT NOT NULL,
    "failure" TEXT,
    "file_name" TEXT,
    "bytes" BIGINT,
    "rows" BIGINT,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "backup_run_started_at_idx" ON "backup_run"("started_at" DESC);

ALTER TABLE "backup_run" ADD CONSTRAINT "backup_run_kind_check" CHECK (kind IN ('scheduled', 'manual'));
