-- Reports that are asked for again on certain days. What is asked for, and by whom, stays as it was set; only when it is due next,
-- what went wrong the last time, and that it was stopped are written later.
CREATE TABLE "report_schedule" (
    "programme_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "choices" JSONB NOT NULL,
    "audience" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "next_on" DATE NOT NULL,
    "tried_on" DATE,
    "problem" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("programme_id", "id")
);
CREATE INDEX "report_schedule_next_on_idx" ON "report_schedule"("next_on") WHERE (stopped_at IS NULL);
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_words_check" CHECK (length(words) >= 20);
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_every_check" CHECK (every IN ('month', 'quarter', 'year'));
SELECT app_guard('report_schedule');

-- The server itself asks for what is due, in all programmes, and it may otherwise see one at a time. Tells which schedules are due
-- and were not tried today, and nothing else. Runs as the owner of the tables.
CREATE FUNCTION app_reports_due(today date) RETURNS TABLE (programme_id uuid, schedule_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $due$
  SELECT s.programme_id, s.id FROM public.report_schedule s
   WHERE s.stopped_at IS NULL AND s.next_on <= today AND (s.tried_on IS NULL OR s.tried_on < today)
$due$;
REVOKE EXECUTE ON FUNCTION app_reports_due(date) FROM PUBLIC;
