-- AlterTable
ALTER TABLE "computation" ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 1;
