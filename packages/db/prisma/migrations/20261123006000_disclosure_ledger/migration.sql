-- A ledger of what was released to people who may not see the participants themselves.
CREATE TABLE "released_view" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "site_ids" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "released_to_id" UUID NOT NULL,
    CONSTRAINT "released_view_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE INDEX "released_view_programme_id_family_at_idx" ON "released_view"("programme_id", "family", "at" DESC);
CREATE TABLE "released_answer" (
    "programme_id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "filter" TEXT NOT NULL,
    "answer" BYTEA NOT NULL,
    CONSTRAINT "released_answer_pkey" PRIMARY KEY ("programme_id", "view_id", "filter")
);
SELECT app_guard('released_view');
SELECT app_guard('released_answer');
-- Which records came after a release is asked at every reading of figures by somebody who may not see people.
CREATE INDEX "assessment_programme_id_recorded_at_idx" ON "assessment"("programme_id", "recorded_at");
