import { rebuildCells } from "@alongside/db/change-statistic/rebuild";
import type { Db } from "@alongside/db/client";
import { makeParticipant, type makeProgramme } from "@alongside/db/testing/factories";

export type Plan = Awaited<ReturnType<typeof makeProgramme>>;

/** People of one cohort at one site. A row per person, a value per timepoint: null = unscored, undefined = not asked. */
export interface RecordedGroup {
  readonly cohort: 0 | 1;
  readonly site: 0 | 1;
  readonly rows: readonly (readonly (number | null | undefined)[])[];
}

/**
 * Records scores of one measure the slow, plain way, and has the sums computed from them.
 * @param measure `${instrument}/${scale}` or `measure/${code}`
 * @returns ids and codes of the people, in the order of the rows
 */
export async function recordScores(db: Db, plan: Plan, measure: string, groups: readonly RecordedGroup[]) {
  const programmeId = plan.programme.id;
  const people: { participantId: string; code: string }[] = [];
  for (const { cohort, site, rows } of groups) {
    const place = { siteId: plan.sites[site].id, cohortId: plan.cohorts[cohort].id };
    for (const row of rows) {
      const { participant } = await makeParticipant(db, { programmeId, ...place });
      const { participantId, code } = participant;
      people.push({ participantId, code });
      for (const [index, value] of row.entries()) {
        const timepointId = plan.timepoints[index]?.id;
        if (value === undefined || timepointId === undefined) continue;
        const assessment = await db.assessment.create({
          data: {
            ...{ participantId, programmeId, timepointId, instrument: `test:${measure}`, edition: "1", mode: "paper" },
            ...{ language: "en", answeredOn: new Date("2026-02-01"), answers: {}, contentHash: `${index}` },
          },
        });
        const outcome = value === null ? "incomplete" : "scored";
        await db.score.create({
          data: {
            ...{
              participantId,
              assessmentId: assessment.id,
              measure,
              programmeId,
              ...place,
              timepointId,
              outcome,
              value,
            },
            ...{ itemsUsed: 1, itemsTotal: 1, provenance: {} },
          },
        });
      }
    }
  }
  await rebuildCells(db, programmeId);
  return people;
}
