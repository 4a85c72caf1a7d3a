-- A row about somebody belongs to the programme of that person. Keys are looked up past row security: by the person alone, one
-- programme could write about another's people, and learn by trying whether somebody has a row.
CREATE UNIQUE INDEX "participant_participant_id_programme_id_key" ON "participant"("participant_id", "programme_id");
CREATE UNIQUE INDEX "lab_standing_participant_id_programme_id_key" ON "lab_standing"("participant_id", "programme_id");
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_participant_id_fkey";
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "enrolment" DROP CONSTRAINT "enrolment_participant_id_fkey";
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "lab_result" DROP CONSTRAINT "lab_result_participant_id_fkey";
ALTER TABLE "lab_result" ADD CONSTRAINT "lab_result_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "treatment_start" DROP CONSTRAINT "treatment_start_participant_id_fkey";
ALTER TABLE "treatment_start" ADD CONSTRAINT "treatment_start_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "counselling_loop" DROP CONSTRAINT "counselling_loop_participant_id_fkey";
ALTER TABLE "counselling_loop" ADD CONSTRAINT "counselling_loop_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "lab_standing" DROP CONSTRAINT "lab_standing_participant_id_fkey";
ALTER TABLE "lab_standing" ADD CONSTRAINT "lab_standing_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "consent" DROP CONSTRAINT "consent_participant_id_fkey";
ALTER TABLE "consent" ADD CONSTRAINT "consent_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "withdrawal" DROP CONSTRAINT "withdrawal_participant_id_fkey";
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_participant_id_programme_id_fkey" FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
-- What may be there once for a person counts inside the programme.
DROP INDEX "assessment_one_current";
CREATE UNIQUE INDEX "assessment_one_current" ON "assessment"("participant_id", "programme_id", "timepoint_id", "instrument") WHERE ("current" = true);
DROP INDEX "consent_one_current";
CREATE UNIQUE INDEX "consent_one_current" ON "consent"("participant_id", "programme_id", "purpose") WHERE ("current" = true);
DROP INDEX "withdrawal_one_current";
CREATE UNIQUE INDEX "withdrawal_one_current" ON "withdrawal"("participant_id", "programme_id") WHERE ("current" = true);
DROP INDEX "lab_result_one_current";
CREATE UNIQUE INDEX "lab_result_one_current" ON "lab_result"("participant_id", "programme_id", "kind", "collected_on", "assay_key") WHERE (current AND state <> 'rejected' AND state <> 'failed');
DROP INDEX "treatment_start_one_current";
CREATE UNIQUE INDEX "treatment_start_one_current" ON "treatment_start"("participant_id", "programme_id") WHERE ("current" = true);
DROP INDEX "counselling_loop_one_open";
CREATE UNIQUE INDEX "counselling_loop_one_open" ON "counselling_loop"("participant_id", "programme_id") WHERE ("closed_on" IS NULL);
DROP INDEX "enrolment_one_current";
CREATE UNIQUE INDEX "enrolment_one_current" ON "enrolment"("participant_id", "programme_id") WHERE ("current" = true);
