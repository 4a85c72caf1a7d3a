-- Peer volunteers, known by a code of the programme's own, and the contacts in which support was given.
CREATE TABLE "volunteer" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "left_on" DATE,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "volunteer_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "volunteer_programme_id_code_key" ON "volunteer"("programme_id", "code");
CREATE INDEX "volunteer_programme_id_site_id_idx" ON "volunteer"("programme_id", "site_id");
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "volunteer" ADD CONSTRAINT "volunteer_left_on_check" CHECK (left_on IS NULL OR left_on >= started_on);
SELECT app_guard('volunteer');

-- Rows are added; one that was wrong is taken back and stays. Shares are whole per cent of the time and together all of it.
CREATE TABLE "support_contact" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "volunteer_id" UUID,
    "group_id" UUID,
    "informational" INTEGER NOT NULL DEFAULT 0,
    "instrumental" INTEGER NOT NULL DEFAULT 0,
    "emotional" INTEGER NOT NULL DEFAULT 0,
    "affiliational" INTEGER NOT NULL DEFAULT 0,
    "appraisal" INTEGER NOT NULL DEFAULT 0,
    "activities" TEXT[] NOT NULL DEFAULT '{}',
    "current" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_by_id" UUID,
    "taken_back_at" TIMESTAMPTZ(3),
    CONSTRAINT "support_contact_pkey" PRIMARY KEY ("participant_id", "id")
);
CREATE INDEX "support_contact_programme_id_happened_on_id_idx" ON "support_contact"("programme_id", "happened_on" DESC, "id") WHERE ("current" = true);
CREATE INDEX "support_contact_programme_id_recorded_at_idx" ON "support_contact"("programme_id", "recorded_at");
CREATE INDEX "support_contact_programme_id_taken_back_at_idx" ON "support_contact"("programme_id", "taken_back_at") WHERE ("current" = false);
CREATE INDEX "support_contact_programme_id_volunteer_id_idx" ON "support_contact"("programme_id", "volunteer_id");
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_participant_id_programme_id_fkey"
  FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_programme_id_volunteer_id_fkey"
  FOREIGN KEY ("programme_id", "volunteer_id") REFERENCES "volunteer"("programme_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_minutes_check" CHECK (minutes BETWEEN 1 AND 720);
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_mode_check" CHECK (mode IN ('face-to-face', 'phone', 'message', 'group'));
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_shares_check" CHECK (
  LEAST(informational, instrumental, emotional, affiliational, appraisal) >= 0
  AND informational + instrumental + emotional + affiliational + appraisal = 100);
ALTER TABLE "support_contact" ADD CONSTRAINT "support_contact_taken_back_check" CHECK ((taken_back_at IS NULL) = "current");
SELECT app_guard('support_contact');
