-- Row security: the second wall behind the decision who may do what. A migration that creates a table with programme_id
-- ends with SELECT app_guard('the_table'); a test fails for every table that was forgotten.
--
-- From then on the application's role sees and writes rows of one programme only: the one that its transaction named with
-- SET LOCAL app.programme_id = '<uuid>'. Where every row stands at a site (site_id NOT NULL), also only those of the sites in
-- app.site_ids ('{<uuid>,...}'), unless app.all_sites is 'yes'. Without a setting there are no rows at all. The settings
-- read as '' after the first transaction that made them, hence nullif. No policy reads a table: policies with subqueries
-- do not run on a sharded server.
CREATE FUNCTION app_guard(guarded regclass) RETURNS void LANGUAGE plpgsql AS $guard$
DECLARE
  allowed text := $sql$programme_id = nullif(current_setting('app.programme_id', true), '')::uuid$sql$;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_attribute a
              WHERE a.attrelid = guarded AND a.attname = 'site_id' AND a.attnotnull AND NOT a.attisdropped) THEN
    allowed := allowed || $sql$ AND (current_setting('app.all_sites', true) = 'yes'
      OR site_id = ANY (nullif(current_setting('app.site_ids', true), '')::uuid[]))$sql$;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('DROP POLICY IF EXISTS app_programme ON %s', guarded);
  EXECUTE format('CREATE POLICY app_programme ON %s USING (%s) WITH CHECK (%s)', guarded, allowed, allowed);
END
$guard$;
REVOKE EXECUTE ON FUNCTION app_guard(regclass) FROM PUBLIC;
