import type { Tx } from "@alongside/db/client";
import type { MatchedPlan } from "./match-plan";
import type { ProgrammePlan } from "./programme-plan";

/** Creates the cohorts, timepoints and measures that the programme lacks, after the ones it has. */
export async function createMissing(
  tx: Tx,
  programmeId: string,
  before: ProgrammePlan,
  matched: MatchedPlan,
  source: string,
): Promise<void> {
  const after = (positions: readonly { readonly position: number }[]): number =>
    Math.max(-1, ...positions.map((each) => each.position)) + 1;
  const firstCohort = after(before.cohorts);
  await tx.cohort.createMany({
    data: [...matched.cohorts.values()]
      .filter((cohort) => cohort.isNew)
      .map(({ id, name, kind }, index) => ({ id, programmeId, name, kind, position: firstCohort + index })),
  });
  const firstTimepoint = after(before.timepoints);
  await tx.timepoint.createMany({
    data: [...matched.timepoints.values()]
      .filter((timepoint) => timepoint.isNew)
      .sort((a, b) => a.position - b.position)
      .map(({ id, code, name, kind, targetDay, daysBefore, daysAfter }, index) => ({
        ...{ id, programmeId, code, label: name, kind, targetDay, daysBefore, daysAfter },
        position: firstTimepoint + index,
      })),
  });
  await tx.programmeMeasure.createMany({
    data: [...matched.measures.values()]
      .filter((measure) => measure.isNew)
      .map(({ id, code, name, domain, improvement, unit, minimum, maximum }) => ({
        ...{ id, programmeId, code, label: name, domain, improvement, unit, source },
        minimum: minimum ?? null,
        maximum: maximum ?? null,
      })),
  });
}
