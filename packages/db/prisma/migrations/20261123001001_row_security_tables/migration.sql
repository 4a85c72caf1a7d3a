-- Rows that were found through their parent only say themselves to which programme they belong, as a policy reads no table.
ALTER TABLE "laboratory_mapping" ADD COLUMN "programme_id" UUID;
UPDATE "laboratory_mapping" m SET "programme_id" = l."programme_id" FROM "laboratory" l WHERE l."id" = m."laboratory_id";
ALTER TABLE "laboratory_mapping" ALTER COLUMN "programme_id" SET NOT NULL;

ALTER TABLE "lab_import_piece" ADD COLUMN "programme_id" UUID;
UPDATE "lab_import_piece" p SET "programme_id" = i."programme_id" FROM "lab_import" i WHERE i."id" = p."lab_import_id";
ALTER TABLE "lab_import_piece" ALTER COLUMN "programme_id" SET NOT NULL;

ALTER TABLE "lab_import_row" ADD COLUMN "programme_id" UUID;
UPDATE "lab_import_row" r SET "programme_id" = i."programme_id" FROM "lab_import" i WHERE i."id" = r."lab_import_id";
ALTER TABLE "lab_import_row" ALTER COLUMN "programme_id" SET NOT NULL;

ALTER TABLE "study_import_piece" ADD COLUMN "programme_id" UUID;
UPDATE "study_import_piece" p SET "programme_id" = i."programme_id" FROM "study_import" i WHERE i."id" = p."study_import_id";
ALTER TABLE "study_import_piece" ALTER COLUMN "programme_id" SET NOT NULL;

-- Every table there is with programme_id; later ones are guarded by the migration that creates them.
DO $all$
DECLARE guarded regclass;
BEGIN
  FOR guarded IN SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                    AND a.attname = 'programme_id' AND NOT a.attisdropped LOOP
    PERFORM app_guard(guarded);
  END LOOP;
END
$all$;

-- Two tables name the programme in their key.
ALTER TABLE "programme" ENABLE ROW LEVEL SECURITY;
CREATE POLICY app_programme ON "programme"
  USING (id = nullif(current_setting('app.programme_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.programme_id', true), '')::uuid);
ALTER TABLE "participant_code" ENABLE ROW LEVEL SECURITY;
CREATE POLICY app_programme ON "participant_code"
  USING (split_part(claim, ':', 1) = nullif(current_setting('app.programme_id', true), ''))
  WITH CHECK (split_part(claim, ':', 1) = nullif(current_setting('app.programme_id', true), ''));

-- In which programmes a person has a role is asked before there is a programme: at every request, for the session. It is
-- all that can be seen across programmes, and of one person at a time. Runs as the owner of the tables.
CREATE FUNCTION app_roles_of(person uuid)
RETURNS TABLE (programme_id uuid, role text, site_id uuid, given_at timestamptz, membership_id uuid,
               slug text, name text, data_label text, founded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $roles$
  SELECT m.programme_id, m.role, m.site_id, m.created_at, m.id, p.slug, p.name, p.data_label, p.created_at
    FROM public.membership m JOIN public.programme p ON p.id = m.programme_id
   WHERE m.user_id = person
$roles$;
REVOKE EXECUTE ON FUNCTION app_roles_of(uuid) FROM PUBLIC;
