-- AlterTable
ALTER TABLE "assessment_conflict" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "resolved_by_id" UUID;
