-- Contact details lie in a schema of their own. The application's role has no right on it; the role of the vault has no
-- right on anything else. What is stored is sealed with a key that no database holds.
CREATE SCHEMA vault;

CREATE TABLE vault.contact_detail (
    "participant_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_detail_pkey" PRIMARY KEY ("participant_id", "field")
);
CREATE INDEX "contact_detail_key" ON vault.contact_detail ("key_id", "participant_id", "field");
CREATE INDEX "contact_detail_programme" ON vault.contact_detail ("programme_id");

-- Who read whose contact details, when and for what. Never what they read.
CREATE TABLE "contact_reading" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "purpose_words" TEXT,
    "fields" TEXT[],
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_reading_pkey" PRIMARY KEY ("participant_id", "id")
);
CREATE INDEX "contact_reading_programme_id_read_at_idx" ON "contact_reading" ("programme_id", "read_at" DESC);

-- What a programme keeps besides codes, from this version on.
CREATE TABLE "identity_settings" (
    "programme_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "contact_details" BOOLEAN NOT NULL,
    "duplicate_recipe" TEXT NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_settings_pkey" PRIMARY KEY ("programme_id", "version")
);
ALTER TABLE "identity_settings" ADD CONSTRAINT "identity_settings_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A keyed hash of what somebody said at enrolment, for the warning that the same was said before.
CREATE TABLE "duplicate_mark" (
    "claim" TEXT NOT NULL,
    "participant_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,

    CONSTRAINT "duplicate_mark_pkey" PRIMARY KEY ("claim", "participant_id")
);

SELECT app_guard('vault.contact_detail');
SELECT app_guard('contact_reading');
SELECT app_guard('identity_settings');
SELECT app_guard('duplicate_mark');
