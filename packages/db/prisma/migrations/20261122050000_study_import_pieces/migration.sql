-- AlterTable
ALTER TABLE "study_import" DROP COLUMN "content";

-- CreateTable
CREATE TABLE "study_import_piece" (
    "study_import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "study_import_piece_pkey" PRIMARY KEY ("study_import_id", "position")
);

-- CreateTable
CREATE TABLE "label_key" (
    "programme_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "label_key_pkey" PRIMARY KEY ("programme_id")
);

-- AddForeignKey
ALTER TABLE "study_import_piece" ADD CONSTRAINT "study_import_piece_study_import_id_fkey" FOREIGN KEY ("study_import_id") REFERENCES "study_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_key" ADD CONSTRAINT "label_key_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file is there from its first byte on.
ALTER TABLE "study_import" DROP CONSTRAINT "study_import_status_check";

-- Check
ALTER TABLE "study_import" ADD CONSTRAINT "study_import_status_check" CHECK ("status" IN ('uploading', 'uploaded', 'checked', 'running', 'done', 'failed'));
