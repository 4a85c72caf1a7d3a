import { rebuildCells } from "@alongside/db/change-statistic/rebuild";
import { demoInstrument } from "@alongside/services/demo/demo-plan";
import type { BenchApp } from "./bench-app";
import { type BenchProgramme, makeBenchProgramme } from "./bench-programme";
import { type Figure, median } from "./figure";

const INSTRUMENT = "alongside-core";
const SIZES = [10_000, 100_000, 1_000_000] as const;
const READS = 31;
const WARM_UP_READS = 10;
const SLOWEST_MS = 150;
const MOST_TIMES = 3;

/** Time of the data behind the Change page, through HTTP, session and tRPC, as the number of scores grows. */
export async function changeBench(app: BenchApp): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const medians: number[] = [];
  for (const size of SIZES) {
    const programme = await makeBenchProgramme(app.db, app.userId, `bench-change-${size}`, [INSTRUMENT]);
    await fill(app, programme, size);
    const input = encodeURIComponent(JSON.stringify({ 0: { json: { programmeId: programme.programmeId } } }));
    const url = new URL(`/api/trpc/change.read?batch=1&input=${input}`, app.address);
    const times = await timeReads(url, app.headers);
    const middle = median(times);
    medians.push(middle);
    const aim = size === 1_000_000 ? { aim: { comparison: "at-most", value: SLOWEST_MS } as const } : {};
    const what = `page data at ${size.toLocaleString("en")} scores`;
    figures.push({ bench: "change", what, value: middle, unit: "ms", ...aim });
  }
  const value = (medians[2] ?? Number.NaN) / (medians[0] ?? Number.NaN);
  const aim = { comparison: "at-most", value: MOST_TIMES } as const;
  return [...figures, { bench: "change", what: "1,000,000 compared with 10,000", value, unit: "x", aim }];
}

async function timeReads(url: URL, headers: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let read = 0; read < WARM_UP_READS + READS; read += 1) {
    const sent = performance.now();
    const answer = await fetch(url, { headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The Change page's data answered ${answer.status}: ${text.slice(0, 500)}`);
    times.push(performance.now() - sent);
  }
  return times.slice(WARM_UP_READS);
}

/** People with every scale at every timepoint, until there are so many scores. */
async function fill(app: BenchApp, programme: BenchProgramme, scores: number): Promise<void> {
  const { programmeId, siteIds, cohortIds, timepointIds } = programme;
  const { code, edition, scales } = demoInstrument(INSTRUMENT);
  const measures = scales.map((scale) => `${code}/${scale.code}`);
  const people = Math.ceil(scores / (measures.length * timepointIds.length));
  await app.db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT gen_random_uuid(), ${programmeId}::uuid, (${siteIds}::uuid[])[1 + n % 3], (${cohortIds}::uuid[])[1 + (n / 3) % 3], 'B' || n
      FROM generate_series(1, ${people}::int) AS n`;
  await app.db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT participant_id, gen_random_uuid(), programme_id, 'active', current_date - 400
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
