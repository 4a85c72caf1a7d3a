-- CreateTable
CREATE TABLE "consent_edition" (
    "programme_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_edition_pkey" PRIMARY KEY ("programme_id","purpose","version")
);

-- CreateTable
CREATE TABLE "consent_rule" (
    "programme_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "asked" BOOLEAN NOT NULL,
    "required_from" DATE,

    CONSTRAINT "consent_rule_pkey" PRIMARY KEY ("programme_id","purpose")
);

-- CreateTable
CREATE TABLE "consent" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "version" INTEGER,
    "language" TEXT,
    "witness" TEXT,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "withdrawal" (
    "participant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "leaves_out" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("participant_id","id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "person_hash" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "confirmed_by_id" UUID NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,
    "removed" JSONB NOT NULL,
    "receipt" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_site_id" UUID NOT NULL,
    "subject_id" UUID,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "judgement" TEXT,
    "judgement_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "site" ADD COLUMN     "lead_user_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "consent_one_current" ON "consent"("participant_id", "purpose") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "consent_version" ON "consent"("programme_id", "purpose", "version") WHERE ("current" = true);

-- CreateIndex
CREATE UNIQUE INDEX "withdrawal_one_current" ON "withdrawal"("participant_id") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "withdrawal_level" ON "withdrawal"("programme_id", "level") WHERE ("current" = true);

-- CreateIndex
CREATE INDEX "erasure_programme_id_erased_at_idx" ON "erasure"("programme_id", "erased_at");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_programme_id_person_hash_key" ON "erasure"("programme_id", "person_hash");

-- CreateIndex
CREATE INDEX "break_glass_programme_id_opened_at_idx" ON "break_glass"("programme_id", "opened_at");

-- CreateIndex
CREATE INDEX "break_glass_user_id_ends_at_idx" ON "break_glass"("user_id", "ends_at");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("participant_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Check: the closed lists, which the domain also holds
ALTER TABLE "consent" ADD CONSTRAINT "consent_purpose_check" CHECK ("purpose" IN ('contact', 'survey', 'laboratory-link', 'research-export', 'quotation'));
ALTER TABLE "consent_edition" ADD CONSTRAINT "consent_edition_purpose_check" CHECK ("purpose" IN ('contact', 'survey', 'laboratory-link', 'research-export', 'quotation') AND "version" >= 1);
ALTER TABLE "consent_rule" ADD CONSTRAINT "consent_rule_purpose_check" CHECK ("purpose" IN ('contact', 'survey', 'laboratory-link', 'research-export', 'quotation'));
ALTER TABLE "consent" ADD CONSTRAINT "consent_state_check" CHECK ("state" IN ('given', 'refused', 'withdrawn'));
ALTER TABLE "consent" ADD CONSTRAINT "consent_witness_check" CHECK ("witness" IN ('paper', 'spoken', 'screen'));
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_level_check" CHECK ("level" IN ('none', 'contact', 'use', 'erase') AND ("leaves_out" = false OR "level" IN ('use', 'erase')) AND ("leaves_out" OR "level" <> 'erase'));
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_reason_check" CHECK ("reason" IN ('burden', 'privacy', 'moved-on', 'health', 'not-said', 'other'));
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_reason_check" CHECK ("reason" IN ('emergency', 'covering', 'transferred', 'mistaken-site', 'other'));
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_judgement_check" CHECK ("judgement" IN ('justified', 'not-justified', 'unclear') AND ("judgement" IS NULL) = ("reviewed_at" IS NULL));
-- Check: nobody reviews an access of their own, and nobody has more than three hours
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_reviewer_check" CHECK ("reviewed_by_id" <> "user_id");
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_hours_check" CHECK ("ends_at" > "opened_at" AND "ends_at" <= "opened_at" + interval '3 hours' AND "ended_at" <= "ends_at");
-- Check: two people erase
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_two_people_check" CHECK ("asked_by_id" <> "confirmed_by_id");

-- What was said about contact until now becomes the first of the purposes. Which words were read was not recorded, so that
-- stays empty: missing, never made up. The day is that of the programme's clock.
INSERT INTO "consent" ("participant_id", "id", "programme_id", "purpose", "state", "decided_on", "current", "recorded_by_id", "recorded_at")
SELECT c."participant_id", c."id", c."programme_id", 'contact', CASE WHEN c."may_contact" THEN 'given' ELSE 'refused' END,
       (c."recorded_at" AT TIME ZONE p."time_zone")::date, c."current", c."recorded_by_id", c."recorded_at"
  FROM "contact_consent" c JOIN "programme" p ON p."id" = c."programme_id";
DROP TABLE "contact_consent";

-- Removes everything about one person. The application's role may not delete what was collected; this is the one narrow way,
-- and it opens only where a colleague has asked for the erasure before and another one confirms it. Tables are found in the
-- catalog, so that a later table with participant_id is covered without a line here. What stays: the audit trail under the
-- random id, and the code without the person, so that it is never given to anybody else.
CREATE FUNCTION app_erase_participant(of_programme uuid, of_person uuid, confirmed_by uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $erase$
DECLARE
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  removed jsonb := '{}';
  imports uuid[];
  at_table record;
  n bigint;
BEGIN
  IF session_user <> current_user AND current_setting('app.programme_id', true) IS DISTINCT FROM of_programme::text THEN
    RAISE EXCEPTION 'another programme' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM participant WHERE participant_id = of_person AND programme_id = of_programme FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody to erase' USING ERRCODE = 'no_data_found';
  END IF;
  PERFORM 1 FROM withdrawal WHERE participant_id = of_person AND programme_id = of_programme AND current
     AND level = 'erase' AND recorded_by_id <> confirmed_by;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no colleague has asked for this erasure' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM change_statistic_delta WHERE participant_id = of_person;
  IF FOUND THEN
    RAISE EXCEPTION 'sums of this person are not settled' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  -- Files as they were sent still hold the person's rows. They cannot be cut, so they go as a whole.
  SELECT array_agg(DISTINCT import_id) INTO imports FROM (
    SELECT import_id FROM lab_result WHERE participant_id = of_person AND import_id IS NOT NULL
    UNION SELECT import_id FROM assessment WHERE participant_id = of_person AND import_id IS NOT NULL
    UNION SELECT r.lab_import_id FROM lab_import_row r JOIN lab_import i ON i.id = r.lab_import_id
     WHERE i.programme_id = of_programme AND r.code = (SELECT code FROM participant WHERE participant_id = of_person)
  ) AS of_files;
  DELETE FROM lab_import_piece WHERE lab_import_id = ANY (imports);
  DELETE FROM lab_import_row WHERE lab_import_id = ANY (imports);
  DELETE FROM study_import_piece WHERE study_import_id = ANY (imports);
  -- Answers to long questions that were computed with the person are computed again without.
  DELETE FROM computation WHERE programme_id = of_programme;
  UPDATE participant_code SET participant_id = nobody WHERE participant_id = of_person;
  UPDATE break_glass SET subject_id = NULL, words = '', judgement_note = '' WHERE subject_id = of_person;
  FOR at_table IN
    SELECT format('%I.%I', s.nspname, c.relname) AS place, c.relname AS name
      FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'participant_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ('participant_code', 'participant')
       AND s.nspname NOT IN ('pg_catalog', 'information_schema') AND s.nspname NOT LIKE 'pg\_%'
     ORDER BY 2, 1
  LOOP
    EXECUTE format('SELECT count(*) FROM %s WHERE participant_id = $1', at_table.place) INTO n USING of_person;
    removed := removed || jsonb_build_object(at_table.name, n);
  END LOOP;
  FOR at_table IN
    SELECT format('%I.%I', s.nspname, c.relname) AS place
      FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'participant_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ('participant_code', 'participant')
       AND s.nspname NOT IN ('pg_catalog', 'information_schema') AND s.nspname NOT LIKE 'pg\_%'
     ORDER BY 1
  LOOP
    EXECUTE format('DELETE FROM %s WHERE participant_id = $1', at_table.place) USING of_person;
  END LOOP;
  DELETE FROM participant WHERE participant_id = of_person;
  RETURN removed || jsonb_build_object('participant', 1);
END
$erase$;
REVOKE EXECUTE ON FUNCTION app_erase_participant(uuid, uuid, uuid) FROM PUBLIC;

-- Which records of other sites a person has open is asked before there is a programme, as the roles are.
CREATE FUNCTION app_openings_of(person uuid, at_time timestamptz)
RETURNS TABLE (id uuid, programme_id uuid, opened_site_id uuid, subject_id uuid, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $openings$
  SELECT b.id, b.programme_id, b.opened_site_id, b.subject_id, b.ends_at FROM public.break_glass b
   WHERE b.user_id = person AND b.ended_at IS NULL AND b.subject_id IS NOT NULL AND b.ends_at > at_time
   ORDER BY b.opened_at, b.id
$openings$;
REVOKE EXECUTE ON FUNCTION app_openings_of(uuid, timestamptz) FROM PUBLIC;

SELECT app_guard('consent_edition');
SELECT app_guard('consent_rule');
SELECT app_guard('consent');
SELECT app_guard('withdrawal');
SELECT app_guard('erasure');
SELECT app_guard('break_glass');
