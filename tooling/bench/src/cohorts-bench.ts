import { readDefinedCells } from "@alongside/db/change-statistic/read-defined-cells";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { canonicalHash } from "@alongside/services/canonical-hash";
import { uuidv7 } from "uuidv7";
import type { BenchApp } from "./bench-app";
import { type BenchProgramme, makeBenchProgramme } from "./bench-programme";
import { type Figure, median, quantile } from "./figure";
import { fillWithScores } from "./fill-with-scores";

/** One scale, so that a form is a score. */
const INSTRUMENT = "gad7";
const SIZES = [100_000, 1_000_000] as const;
const SITES = 200;
const COHORTS = 20;
/** As many as are compared at once. */
const COMPARED = 8;
const READS = 40;
const WARM_UP_READS = 5;

/**
 * Change of cohorts that somebody defined, through HTTP, session and tRPC: with sums that were made, for a definition that is
 * new, and the same sums asked of the scores in plain SQL.
 */
export async function cohortsBench(app: BenchApp): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const warm: number[] = [];
  for (const forms of SIZES) {
    const found = await benchOf(app, forms);
    warm.push(found.middle);
    const large = forms === 1_000_000;
    const at = `${forms.toLocaleString("en")} forms, ${SITES} sites`;
    const figure = (what: string, value: number, unit: string, most?: number): Figure => ({
      ...{ bench: "cohorts", what: `${what} at ${at}`, value, unit },
      ...(large && most !== undefined ? { aim: { comparison: "at-most", value: most } as const } : {}),
    });
    figures.push(
      figure("a definition that is new, median", found.fresh, "ms", 2000),
      figure(`data of ${COMPARED} cohorts, p95`, found.slow, "ms", 300),
      figure(`the same in plain SQL over ${COMPARED} cohorts, compared with it`, found.plain / found.middle, "x"),
    );
  }
  const value = (warm[1] ?? Number.NaN) / (warm[0] ?? Number.NaN);
  const aim = { comparison: "at-most", value: 2 } as const;
  return [...figures, { bench: "cohorts", what: "ten times the people, compared", value, unit: "x", aim }];
}

async function benchOf(app: BenchApp, forms: number) {
  const made = await makeBenchProgramme(app.db, app.userId, `bench-cohorts-${forms}`, [INSTRUMENT]);
  const siteIds = [...made.siteIds, ...(await addSites(app, made.programmeId))];
  const programme = { ...made, siteIds };
  await fillWithScores(app, programme, INSTRUMENT, forms);
  const definitions = await define(app, programme);
  const fresh: number[] = [];
  // Each for the first time: its sums are made while somebody waits.
  for (const { id } of definitions) fresh.push(await timeRead(app, made.programmeId, [id]));
  const compared = definitions.slice(0, COMPARED);
  const times: number[] = [];
  for (let read = 0; read < WARM_UP_READS + READS; read += 1) {
    const took = await timeRead(
      app,
      made.programmeId,
      compared.map(({ id }) => id),
    );
    if (read >= WARM_UP_READS) times.push(took);
  }
  const begun = performance.now();
  await readDefinedCells(app.db, made.programmeId, compared);
  const plain = performance.now() - begun;
  return { fresh: median(fresh), slow: quantile(times, 0.95), middle: median(times), plain };
}

async function addSites(app: BenchApp, programmeId: string): Promise<readonly string[]> {
  const sites = Array.from({ length: SITES - 3 }, (_, at) => ({ id: uuidv7(), programmeId, name: `Site ${at}` }));
  await app.db.site.createMany({ data: sites });
  return sites.map(({ id }) => id);
}

/** Cohorts as researchers cut them: by arm, by bands of the score at the baseline, by half of the sites. */
async function define(
  app: BenchApp,
  programme: Omit<BenchProgramme, "siteIds"> & { readonly siteIds: readonly string[] },
) {
  const { programmeId, cohortIds, siteIds } = programme;
  const definitions = Array.from({ length: COHORTS }, (_, at) => {
    const from = (at % 5) * 20;
    const criteria: CohortCriteria = {
      arms: [cohortIds[at % 3] ?? ""],
      baseline: [{ measure: `${INSTRUMENT}/total`, from, below: from + 40 }],
      ...(at % 2 === 0 ? {} : { sites: siteIds.filter((_site, place) => place % 2 === 0) }),
    };
    return { id: uuidv7(), criteria };
  });
  const [by, on] = [{ createdById: app.userId }, new Date()];
  await app.db.cohortDefinition.createMany({
    data: definitions.map(({ id }, at) => ({ programmeId, id, name: `Cohort ${at}`, ...by, createdAt: on })),
  });
  await app.db.cohortDefinitionVersion.createMany({
    data: definitions.map(({ id, criteria }) => ({
      ...{ programmeId, definitionId: id, number: 1, criteria, contentHash: canonicalHash(criteria) },
      ...{ savedById: app.userId, savedAt: on },
    })),
  });
  // Filled long ago: nothing of it counts as recorded just now.
  const early = new Date(on.getTime() - 3_600_000);
  await app.db.assessment.updateMany({ where: { programmeId }, data: { recordedAt: early } });
  await app.db.enrolment.updateMany({ where: { programmeId }, data: { recordedAt: early } });
  await app.db.$executeRaw`ANALYZE`;
  return definitions;
}

async function timeRead({ address, headers }: BenchApp, programmeId: string, definitionIds: readonly string[]) {
  const input = encodeURIComponent(JSON.stringify({ 0: { json: { programmeId, definitionIds } } }));
  const sent = performance.now();
  const answer = await fetch(new URL(`/api/trpc/change.read?batch=1&input=${input}`, address), { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The data of cohorts answered ${answer.status}: ${text.slice(0, 500)}`);
  return performance.now() - sent;
}
