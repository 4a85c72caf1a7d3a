-- What runs with the owner's rights looks for tables in a caller's temporary schema last, and not first as it does unless told.
ALTER FUNCTION app_roles_of(uuid) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION app_programmes_to_anchor(date) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION app_openings_of(uuid, timestamptz) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION app_erase_participant(uuid, uuid, uuid) SET search_path = pg_catalog, public, pg_temp;
