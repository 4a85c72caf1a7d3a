import { rebuildStandings } from "@alongside/db/lab-standing/rebuild";
import { DEFAULT_SETTINGS } from "@alongside/services/laboratory-settings/settings";
import { dueOn } from "@alongside/services/worklist/standing-sql";
import type { BenchApp } from "./bench-app";
import type { BenchProgramme } from "./bench-programme";

const PER_PERSON = 10;
const MONTHS_BETWEEN = 6;

/**
 * People on treatment with ten viral loads each, one every half year, until there are so many. One in ten has missed the
 * last; one in eight results is over 1000, one in a hundred of the newest gave none, and those of the last days wait for
 * a second person when they are high.
 */
export async function fillWithResults(
  app: Pick<BenchApp, "db">,
  programme: BenchProgramme,
  results: number,
): Promise<void> {
  const { programmeId, siteIds, cohortIds } = programme;
  const { db } = app;
  await db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT gen_random_uuid(), ${programmeId}::uuid, (${siteIds}::uuid[])[1 + n % 3], (${cohortIds}::uuid[])[1 + (n / 3) % 3],
           'B' || n
      FROM generate_series(1, ${Math.ceil(results / PER_PERSON)}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT participant_id, gen_random_uuid(), programme_id, 'active', current_date - 2000
      FROM participant WHERE programme_id = ${programmeId}::uuid`;
  await db.$executeRaw`
    INSERT INTO treatment_start (participant_id, id, programme_id, started_on)
    SELECT participant_id, gen_random_uuid(), programme_id,
           current_date - (${PER_PERSON * MONTHS_BETWEEN}::int * 30.44)::int - (hashtext(participant_id::text) & 127)
      FROM participant WHERE programme_id = ${programmeId}::uuid`;
  await db.$executeRaw`
    WITH drawn AS (
      SELECT participant_id, k, random() AS size, k = 1 AND random() < 0.01 AS broken,
             (started_on + make_interval(months => ${MONTHS_BETWEEN}::int * (${PER_PERSON}::int + 1 - k)))::date
               - CASE WHEN k = 1 AND hashtext(participant_id::text || 'm') % 10 = 0 THEN 130 ELSE 0 END
               + (hashtext(participant_id::text || k) & 15) AS collected_on
        FROM treatment_start, generate_series(1, ${PER_PERSON}::int) AS k WHERE programme_id = ${programmeId}::uuid)
    INSERT INTO lab_result (participant_id, id, programme_id, kind, state, comparator, value, unit, copies_per_ml,
           derivation, lower_limit, upper_limit, specimen, assay_key, assay_edition, reason_for_test, rejection_code,
           collected_on, checks, entry, save_id, content_hash, verification)
    SELECT participant_id, gen_random_uuid(), ${programmeId}::uuid, 'viral-load',
           CASE WHEN broken THEN 'rejected' WHEN size < 0.6 THEN 'below-quantification' ELSE 'quantified' END,
           CASE WHEN size < 0.6 AND NOT broken THEN '<' END,
           CASE WHEN size >= 0.6 AND NOT broken THEN round(exp(25 * (size - 0.6)) * 40)::text END,
           CASE WHEN size >= 0.6 AND NOT broken THEN 'copies-per-ml' END,
           CASE WHEN broken THEN NULL WHEN size < 0.6 THEN 40 ELSE round(exp(25 * (size - 0.6)) * 40) END,
           CASE WHEN NOT broken THEN 'copies@1' END, 40, 10000000, 'plasma', 'abbott-realtime-plasma-600', '1', 'routine',
           CASE WHEN broken THEN 'leaked' END, collected_on, '[]', 'import', gen_random_uuid(), '',
           CASE WHEN size < 0.729 OR broken THEN 'not-needed' WHEN collected_on > current_date - 10 THEN 'awaiting'
                ELSE 'verified' END
      FROM drawn WHERE collected_on <= current_date`;
  await rebuildStandings(db, programmeId, dueOn(DEFAULT_SETTINGS));
  await db.$executeRaw`
    INSERT INTO counselling_loop (participant_id, id, programme_id, opened_by_result_id, opened_on)
    SELECT participant_id, gen_random_uuid(), programme_id, answered_id, answered_on
      FROM lab_standing WHERE programme_id = ${programmeId}::uuid AND answered_low > 1000
       AND answered_on > current_date - 120`;
  await db.$executeRaw`ANALYZE`;
}
