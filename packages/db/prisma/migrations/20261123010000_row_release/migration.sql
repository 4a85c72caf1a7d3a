-- Rows of people leave only under a release: asked for with a purpose, decided by somebody else where they go outside, taken once.
CREATE TABLE "row_release" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "purpose" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "site_ids" UUID[],
    CONSTRAINT "row_release_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "row_release_programme_id_id_asked_by_id_key" ON "row_release"("programme_id", "id", "asked_by_id");
CREATE INDEX "row_release_programme_id_asked_at_idx" ON "row_release"("programme_id", "asked_at" DESC);
CREATE TABLE "row_release_decision" (
    "programme_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "row_release_decision_pkey" PRIMARY KEY ("programme_id", "release_id")
);
CREATE TABLE "row_release_taking" (
    "programme_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "row_release_taking_pkey" PRIMARY KEY ("programme_id", "release_id")
);
ALTER TABLE "row_release" ADD CONSTRAINT "row_release_destination_check" CHECK (destination IN ('inside', 'outside'));
ALTER TABLE "row_release" ADD CONSTRAINT "row_release_words_check" CHECK (destination = 'inside' OR length(words) >= 20);
ALTER TABLE "row_release_decision" ADD CONSTRAINT "row_release_decision_two_people_check" CHECK (decided_by_id <> asked_by_id);
ALTER TABLE "row_release_decision" ADD CONSTRAINT "row_release_decision_decision_check" CHECK (decision IN ('approved', 'refused'));
-- Together with the check before: whoever asked for this very release cannot decide it, whatever the application says.
ALTER TABLE "row_release_decision" ADD CONSTRAINT "row_release_decision_release_fkey" FOREIGN KEY ("programme_id", "release_id", "asked_by_id") REFERENCES "row_release"("programme_id", "id", "asked_by_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "row_release_taking" ADD CONSTRAINT "row_release_taking_release_fkey" FOREIGN KEY ("programme_id", "release_id") REFERENCES "row_release"("programme_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
SELECT app_guard('row_release');
SELECT app_guard('row_release_decision');
SELECT app_guard('row_release_taking');
