-- AlterTable
ALTER TABLE "instrument_use" ADD COLUMN     "asked_of" TEXT NOT NULL DEFAULT 'everyone';

-- Check
ALTER TABLE "instrument_use" ADD CONSTRAINT "instrument_use_asked_of_check" CHECK ("asked_of" IN ('everyone', 'peer-support', 'comparison'));
