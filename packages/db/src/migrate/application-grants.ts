import type pg from "pg";
import { APPLICATION_ROLE } from "../embedded/application-role";

/** Tables the application may add to and read, never change: what happened, and what was decided in advance. */
const APPEND_ONLY = [
  "audit_event",
  "audit_anchor",
  "audit_anchor_leaf",
  "analysis_plan",
  "outcome_opening",
  "lab_verification",
  "lab_second_entry",
  "counselling_event",
  "laboratory_settings",
  "laboratory_mapping",
  "contact_reading",
  "identity_settings",
  "consent_edition",
  "erasure",
  "released_view",
  "released_cohort",
  "released_cohort_person",
  "row_release",
  "row_release_decision",
  "row_release_taking",
  "published_report",
  "published_report_decision",
  "cohort_definition_version",
  "snapshot",
  "snapshot_cell",
  "snapshot_person",
  "snapshot_form",
] as const;
/**
 * Tables whose rows stay as they were written: the columns named may change, which say what counts now or what was decided
 * about it. Nothing is deleted. A participant's row is locked before every save, and a lock needs the right to change.
 */
const KEPT = {
  assessment: ["current"],
  score: ["current"],
  enrolment: ["current"],
  assessment_conflict: ["resolved_at", "resolution", "resolved_by_id", "reason"],
  participant: ["site_id", "cohort_id"],
  lab_result: ["current", "verification", "undone_at", "undone_by_id"],
  treatment_start: ["current"],
  participant_characteristics: ["current"],
  support_contact: ["current", "taken_back_by_id", "taken_back_at"],
  volunteer: ["left_on"],
  consent: ["current"],
  withdrawal: ["current"],
  break_glass: ["ended_at", "reviewed_by_id", "reviewed_at", "judgement", "judgement_note"],
  counselling_loop: ["closed_on", "outcome"],
  audit_head: ["sequence", "content", "hash", "anchored"],
  assay: ["active"],
  cohort_definition: ["name", "archived"],
  report_schedule: ["next_on", "tried_on", "problem", "stopped_at"],
} as const;
/** Tables the application may only read. */
const READ_ONLY = ["_prisma_migrations", "backup_run"] as const;
/** What the application may have done with the owner's eyes. */
const ASKABLE = [
  "app_roles_of(uuid)",
  "app_programmes_to_anchor(date)",
  "app_reports_due(date)",
  "app_openings_of(uuid, timestamptz)",
  "app_erase_participant(uuid, uuid, uuid)",
] as const;

/**
 * Gives the application's role its rights on every table, which keeps the audit append-only and what was collected
 * unchanged: the role owns nothing, so it cannot give itself more. Runs after migrations, so a new table is covered without a line in its migration.
 * @param owner a connection as the owner of the tables
 * @returns false, having changed nothing, when the server has no such role (then the application connects as the owner)
 */
export async function grantApplicationRole(owner: pg.Client): Promise<boolean> {
  const role = await owner.query<{ owned: boolean }>(
    "SELECT oid = (SELECT oid FROM pg_roles WHERE rolname = current_user) AS owned FROM pg_roles WHERE rolname = $1",
    [APPLICATION_ROLE],
  );
  const found = role.rows[0];
  if (found === undefined || found.owned) return false;
  const to = owner.escapeIdentifier(APPLICATION_ROLE);
  const list = (tables: readonly string[]) =>
    tables.map((table) => `public.${owner.escapeIdentifier(table)}`).join(", ");
  const limited = list([...APPEND_ONLY, ...READ_ONLY]);
  const kept = list(Object.keys(KEPT));
  await owner.query("BEGIN");
  await owner.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
  // Nothing of its own, not for a moment either: what it made could be taken for ours. On a database that somebody else owns
  // this is answered with a warning.
  const name = await owner.query<{ name: string }>("SELECT current_database() AS name");
  const here = owner.escapeIdentifier(name.rows[0]?.name ?? "");
  await owner.query(`REVOKE TEMPORARY ON DATABASE ${here} FROM PUBLIC, ${to}`);
  await owner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${to}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`);
  await owner.query(`REVOKE ALL ON ${limited} FROM ${to}`);
  await owner.query(`GRANT SELECT ON ${limited} TO ${to}`);
  await owner.query(`GRANT INSERT ON ${list(APPEND_ONLY)} TO ${to}`);
  await owner.query(`REVOKE UPDATE, DELETE ON ${kept} FROM ${to}`);
  for (const [table, columns] of Object.entries(KEPT)) {
    await owner.query(`GRANT UPDATE (${columns.join(", ")}) ON ${list([table])} TO ${to}`);
  }
  for (const asked of ASKABLE) await owner.query(`GRANT EXECUTE ON FUNCTION public.${asked} TO ${to}`);
  await owner.query("COMMIT");
  return true;
}
