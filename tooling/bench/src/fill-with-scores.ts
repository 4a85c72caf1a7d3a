import { rebuildCells } from "@alongside/db/change-statistic/rebuild";
import { demoInstrument } from "@alongside/services/demo/demo-plan";
import type { BenchApp } from "./bench-app";
import type { BenchProgramme } from "./bench-programme";

/** People with every scale at every timepoint, until there are so many scores. */
export async function fillWithScores(
  app: BenchApp,
  programme: Omit<BenchProgramme, "siteIds"> & { readonly siteIds: readonly string[] },
  instrument: string,
  scores: number,
): Promise<void> {
  const { programmeId, cohortIds, timepointIds } = programme;
  const siteIds = [...programme.siteIds];
  const { code, edition, scales } = demoInstrument(instrument);
  const measures = scales.map((scale) => `${code}/${scale.code}`);
  const people = Math.ceil(scores / (measures.length * timepointIds.length));
  await app.db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT gen_random_uuid(), ${programmeId}::uuid, (${siteIds}::uuid[])[1 + n % ${siteIds.length}::int], (${cohortIds}::uuid[])[1 + (n / ${siteIds.length}::int) % 3], 'B' || n
      FROM generate_series(1, ${people}::int) AS n`;
  await app.db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT participant_id, gen_random_uuid(), programme_id, 'active', current_date - 400 - (abs(hashtext(code)) % 300)
      FROM participant WHERE programme_id = ${programmeId}::uuid`;
  await app.db.$executeRaw`
    INSERT INTO assessment (participant_id, id, programme_id, timepoint_id, instrument, edition, mode, language,
                            answered_on, answers, content_hash)
    SELECT participant_id, gen_random_uuid(), programme_id, t, ${code}, ${edition}, 'paper', 'en', current_date, '{}', ''
      FROM participant, unnest(${timepointIds}::uuid[]) AS t WHERE programme_id = ${programmeId}::uuid`;
  await app.db.$executeRaw`
    INSERT INTO score (participant_id, assessment_id, measure, programme_id, site_id, cohort_id, timepoint_id, outcome,
                       value, items_used, items_total, provenance)
    SELECT a.participant_id, a.id, m, a.programme_id, p.site_id, p.cohort_id, a.timepoint_id, 'scored',
           round((100 * random())::numeric, 1), 2, 2, '{}'
      FROM assessment a JOIN participant p USING (participant_id), unnest(${measures}::text[]) AS m
     WHERE a.programme_id = ${programmeId}::uuid`;
  await rebuildCells(app.db, programmeId);
  await app.db.$executeRaw`ANALYZE`;
}
