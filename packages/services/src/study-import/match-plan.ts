import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";
import type { Problem } from "@alongside/interchange/problem";
import type { ProgrammePlan } from "./programme-plan";

/** Ways in which a mapping contradicts what the programme has already. */
export const PLAN_RULES = ["plan-cohort-kind", "plan-timepoint-kind", "plan-baseline", "plan-measure"] as const;

/** A part of the mapping with its id in the programme, there already or to be created. */
export type Placed<T> = T & { readonly id: string; readonly isNew: boolean };

/** The mapping laid over the programme: cohorts by their label in the file, timepoints and measures by code. */
export interface MatchedPlan {
  readonly cohorts: ReadonlyMap<string, Placed<StudyMapping["cohorts"][number]>>;
  readonly timepoints: ReadonlyMap<string, Placed<StudyMapping["timepoints"][number]>>;
  readonly measures: ReadonlyMap<string, Placed<StudyMapping["measures"][number]>>;
  readonly problems: readonly Problem[];
}

/**
 * Finds what a mapping speaks of in the programme. What is there is used as it is; where the mapping says something else
 * about it that would change the meaning of a figure, that is a problem, not an overwrite.
 */
export function matchPlan(plan: ProgrammePlan, mapping: StudyMapping, newId: () => string): MatchedPlan {
  const problems: Problem[] = [];
  const differs = (rule: (typeof PLAN_RULES)[number], value: string, here: string, file: string): void => {
    problems.push({ severity: "refuse", rule, value, params: { here, file } });
  };
  // Two labels of a file may stand for one cohort, so a name created for the first is found by the second.
  const cohortByName = new Map(plan.cohorts.map((cohort) => [cohort.name, { ...cohort, isNew: false }]));
  const cohorts = mapping.cohorts.map((wanted) => {
    const found = cohortByName.get(wanted.name);
    if (found !== undefined && found.kind !== wanted.kind) {
      differs("plan-cohort-kind", wanted.name, found.kind, wanted.kind);
    }
    const placed = { ...wanted, id: found?.id ?? newId(), isNew: found === undefined };
    if (found === undefined) cohortByName.set(wanted.name, { ...placed, position: 0, isNew: false });
    return [wanted.label, placed] as const;
  });
  const baseline = plan.timepoints.find((timepoint) => timepoint.kind === "baseline");
  const timepoints = mapping.timepoints.map((wanted) => {
    const found = plan.timepoints.find((timepoint) => timepoint.code === wanted.code);
    if (found !== undefined && found.kind !== wanted.kind) {
      differs("plan-timepoint-kind", wanted.code, found.kind, wanted.kind);
    }
    if (found === undefined && wanted.kind === "baseline" && baseline !== undefined) {
      differs("plan-baseline", wanted.code, baseline.code, wanted.code);
    }
    // The programme's own day counts where it has the timepoint.
    const targetDay = found?.targetDay ?? wanted.targetDay;
    return [wanted.code, { ...wanted, targetDay, id: found?.id ?? newId(), isNew: found === undefined }] as const;
  });
  const measures = mapping.measures.map((wanted) => {
    const found = plan.measures.find((measure) => measure.code === wanted.code);
    if (found !== undefined) {
      for (const key of ["domain", "improvement", "unit"] as const) {
        if (found[key] !== wanted[key]) differs("plan-measure", wanted.code, found[key], wanted[key]);
      }
    }
    return [wanted.code, { ...wanted, id: found?.id ?? newId(), isNew: found === undefined }] as const;
  });
  return { cohorts: new Map(cohorts), timepoints: new Map(timepoints), measures: new Map(measures), problems };
}
