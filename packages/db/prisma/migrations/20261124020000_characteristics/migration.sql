-- What a programme records about who people are: nothing, unless it says so.
ALTER TABLE "identity_settings" ADD COLUMN "characteristics" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "identity_settings" ADD CONSTRAINT "identity_settings_characteristics_check"
  CHECK (characteristics <@ ARRAY['age', 'gender', 'key-populations']);

-- A change is a new row; the newest is current. An empty list of key populations is one that was not recorded.
CREATE TABLE "participant_characteristics" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "age" INTEGER,
    "gender" TEXT,
    "key_populations" TEXT[] NOT NULL DEFAULT '{}',
    "current" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "participant_characteristics_pkey" PRIMARY KEY ("participant_id", "id")
);
CREATE UNIQUE INDEX "participant_characteristics_one_current" ON "participant_characteristics"("participant_id", "programme_id")
  WHERE ("current" = true);
CREATE INDEX "participant_characteristics_programme_id_recorded_at_idx" ON "participant_characteristics"("programme_id", "recorded_at");
ALTER TABLE "participant_characteristics" ADD CONSTRAINT "participant_characteristics_participant_id_programme_id_fkey"
  FOREIGN KEY ("participant_id", "programme_id") REFERENCES "participant"("participant_id", "programme_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "participant_characteristics" ADD CONSTRAINT "participant_characteristics_age_check" CHECK (age BETWEEN 0 AND 120);
ALTER TABLE "participant_characteristics" ADD CONSTRAINT "participant_characteristics_gender_check"
  CHECK (gender IN ('woman', 'man', 'trans-woman', 'trans-man', 'non-binary', 'other', 'not-said'));
ALTER TABLE "participant_characteristics" ADD CONSTRAINT "participant_characteristics_key_populations_check"
  CHECK (key_populations <@ ARRAY['men-who-have-sex-with-men', 'sex-workers', 'people-who-inject-drugs', 'transgender-people', 'people-in-prisons', 'none', 'not-said']);
SELECT app_guard('participant_characteristics');
