-- The same policies, written so that the planner takes half of the rows to be in the scope's sites, not one in a hundred: a
-- table whose rows all stand at a site was joined row by row because of it.
CREATE OR REPLACE FUNCTION app_guard(guarded regclass) RETURNS void LANGUAGE plpgsql AS $guard$
DECLARE
  allowed text := $sql$programme_id = nullif(current_setting('app.programme_id', true), '')::uuid$sql$;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_attribute a
              WHERE a.attrelid = guarded AND a.attname = 'site_id' AND a.attnotnull AND NOT a.attisdropped) THEN
    allowed := allowed || $sql$ AND CASE WHEN current_setting('app.all_sites', true) = 'yes' THEN true
      ELSE coalesce(site_id = ANY (nullif(current_setting('app.site_ids', true), '')::uuid[]), false) END$sql$;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS app_programme ON %s', guarded);
  EXECUTE format('CREATE POLICY app_programme ON %s USING (%s) WITH CHECK (%s)', guarded, allowed, allowed);
END
$guard$;
REVOKE EXECUTE ON FUNCTION app_guard(regclass) FROM PUBLIC;

DO $all$
DECLARE guarded regclass;
BEGIN
  FOR guarded IN SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                    AND a.attname = 'site_id' AND a.attnotnull AND NOT a.attisdropped LOOP
    PERFORM app_guard(guarded);
  END LOOP;
END
$all$;
