import { uuidv7 } from "uuidv7";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import type { Figure } from "./figure";
import { type Call, runLoad } from "./http-load";

const ROWS = 50;
const SECONDS = 8;
const WARM_UP_SECONDS = 3;
/** More than any machine saves in the time, at one result a person. */
const PEOPLE = 100_000;
const AIM = { comparison: "at-most", value: 300 } as const;

/** A grid of 50 viral loads of 50 people, each with three earlier ones, saved as one request. */
export async function labGridBench(app: BenchApp): Promise<readonly Figure[]> {
  const next = await grids(app);
  const load = (seconds: number) =>
    runLoad({ address: app.address, pid: app.pid, headers: app.headers, clients: 1, seconds, next });
  await load(WARM_UP_SECONDS);
  const { p50, p95, p99, processor } = await load(SECONDS);
  const row = (what: string, value: number): Figure => ({ bench: "lab-grid", what, value, unit: "ms" });
  return [
    row(`grid of ${ROWS} rows, p50`, p50),
    { ...row(`grid of ${ROWS} rows, p95`, p95), aim: AIM },
    row(`grid of ${ROWS} rows, p99`, p99),
    row(`grid of ${ROWS} rows, processor time`, processor),
  ];
}

async function grids(app: BenchApp): Promise<() => Call> {
  const { programmeId, siteIds, cohortIds } = await makeBenchProgramme(app.db, app.userId, "bench-lab-grid");
  await app.db.membership.create({ data: { userId: app.userId, programmeId, role: "clinic-staff" } });
  const ids = Array.from({ length: PEOPLE }, () => uuidv7());
  await app.db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT id, ${programmeId}::uuid, ${siteIds[0]}::uuid, ${cohortIds[0]}::uuid, 'B' || row_number() OVER ()
      FROM unnest(${ids}::uuid[]) AS t(id)`;
  await app.db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT id, gen_random_uuid(), ${programmeId}::uuid, 'active', current_date - 900 FROM unnest(${ids}::uuid[]) AS t(id)`;
  await app.db.$executeRaw`
    INSERT INTO lab_result (participant_id, id, programme_id, kind, state, value, unit, copies_per_ml, derivation,
           lower_limit, upper_limit, specimen, assay_key, assay_edition, reason_for_test, collected_on, checks, entry,
           save_id, content_hash, verification)
    SELECT id, gen_random_uuid(), ${programmeId}::uuid, 'viral-load', 'quantified', '180', 'copies-per-ml', 180,
           'copies@1', 40, 10000000, 'plasma', 'abbott-realtime-plasma-600', '1', 'routine', current_date - 180 * k, '[]',
           'import', gen_random_uuid(), '', 'not-needed'
      FROM unnest(${ids}::uuid[]) AS t(id), generate_series(1, 3) AS k`;
  await app.db.$executeRaw`ANALYZE`;
  const collectedOn = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  const dates = { collectedOn, receivedOn: null, testedOn: null, returnedOn: null, asPrinted: "212 cp/mL" };
  const limits = { lowerLimitCopiesPerMl: 40, upperLimitCopiesPerMl: 10_000_000, detectionLimitCopiesPerMl: null };
  const assay = { key: "abbott-realtime-plasma-600", edition: "1" };
  const number = { state: "quantified", value: "212", unit: "copies-per-ml", comparator: null };
  const measurement = { specimen: "plasma", assay, reason: "routine", ...dates, ...limits, ...number };
  let sent = 0;
  return () => {
    const people = ids.slice(sent, sent + ROWS);
    if (people.length < ROWS) throw new RangeError("Everybody has had a result");
    sent += ROWS;
    const rows = people.map((participantId) => ({
      resultId: uuidv7(),
      participantId,
      kind: "viral-load",
      measurement,
    }));
    return {
      path: "/api/trpc/labResult.saveGrid",
      body: JSON.stringify({ json: { programmeId, saveId: uuidv7(), rows } }),
    };
  };
}
