-- AlterTable: whoever queried a result may settle the doubt unless a programme says that a third person does
ALTER TABLE "laboratory_settings" ADD COLUMN "third_person" BOOLEAN NOT NULL DEFAULT false;

-- Doubts are few among decisions
CREATE INDEX "lab_verification_queried" ON "lab_verification"("programme_id") WHERE ("decision" = 'queried');
