-- AlterTable: what is shown of a row
ALTER TABLE "lab_import_row" ADD COLUMN "code" TEXT,
ADD COLUMN "printed" TEXT,
ADD COLUMN "values" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "checks" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "lab_import_row_outcome" ON "lab_import_row"("lab_import_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "lab_import_laboratory_id_created_at_idx" ON "lab_import"("laboratory_id", "created_at");

-- A dry run has a state of its own, and a print that can be read in two ways is neither refused nor stored.
ALTER TABLE "lab_import" DROP CONSTRAINT "lab_import_status_check";
ALTER TABLE "lab_import_row" DROP CONSTRAINT "lab_import_row_outcome_check";

-- Check
ALTER TABLE "lab_import" ADD CONSTRAINT "lab_import_status_check" CHECK ("status" IN ('uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "lab_import_row" ADD CONSTRAINT "lab_import_row_outcome_check" CHECK ("outcome" IN ('new', 'same', 'changed', 'conflict', 'question', 'refused'));
