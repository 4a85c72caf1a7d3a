-- Reports that somebody asked to publish, word for word as they were then, and what a second person said about it.
CREATE TABLE "published_report" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "published_report_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE UNIQUE INDEX "published_report_programme_id_id_asked_by_id_key" ON "published_report"("programme_id", "id", "asked_by_id");
CREATE INDEX "published_report_programme_id_asked_at_idx" ON "published_report"("programme_id", "asked_at" DESC);
CREATE TABLE "published_report_decision" (
    "programme_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "published_report_decision_pkey" PRIMARY KEY ("programme_id", "report_id")
);
ALTER TABLE "published_report" ADD CONSTRAINT "published_report_words_check" CHECK (length(words) >= 20);
ALTER TABLE "published_report_decision" ADD CONSTRAINT "published_report_decision_two_people_check" CHECK (decided_by_id <> asked_by_id);
ALTER TABLE "published_report_decision" ADD CONSTRAINT "published_report_decision_decision_check" CHECK (decision IN ('approved', 'refused'));
-- Together with the check before: whoever asked for this very report cannot decide it, whatever the application says.
ALTER TABLE "published_report_decision" ADD CONSTRAINT "published_report_decision_report_fkey" FOREIGN KEY ("programme_id", "report_id", "asked_by_id") REFERENCES "published_report"("programme_id", "id", "asked_by_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
SELECT app_guard('published_report');
SELECT app_guard('published_report_decision');
