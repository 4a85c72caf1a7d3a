import type { StudyMappingInput } from "@alongside/interchange/formats/study-csv/mapping";
import type { ProgrammePlan } from "./programme-plan";

/**
 * A suggested mapping in the words of the programme: its baseline, and its cohorts, timepoints and measures of the same
 * name or code, as they are there. Labels stay as the file says them.
 */
export function alignSuggestion(mapping: StudyMappingInput, plan: ProgrammePlan): StudyMappingInput {
  const baseline = plan.timepoints.find((timepoint) => timepoint.kind === "baseline");
  const [end, ...otherEnds] = plan.timepoints.filter((timepoint) => timepoint.kind === "end");
  const ends = mapping.timepoints.filter((wanted) => wanted.kind === "end");
  // "post" is the programme's own end, where neither has two of them.
  const theEnd = otherEnds.length === 0 && ends.length === 1 ? end : undefined;
  const renamed = new Map<string, string>();
  const timepoints = mapping.timepoints.map((wanted) => {
    const found =
      (wanted.kind === "baseline" ? baseline : undefined) ??
      plan.timepoints.find((timepoint) => timepoint.code === wanted.code && timepoint.kind !== "baseline") ??
      (wanted.kind === "end" ? theEnd : undefined);
    if (found === undefined) return wanted;
    renamed.set(wanted.code, found.code);
    const { code, label, kind, targetDay } = found;
    return { ...wanted, code, name: label, kind: kind as typeof wanted.kind, targetDay };
  });
  const cohorts = mapping.cohorts.map((wanted) => {
    const found = plan.cohorts.find((cohort) => cohort.name.toLowerCase() === wanted.name.toLowerCase());
    return found === undefined ? wanted : { ...wanted, name: found.name, kind: found.kind as typeof wanted.kind };
  });
  const measures = mapping.measures.map((wanted) => {
    const found = plan.measures.find((measure) => measure.code === wanted.code);
    if (found === undefined) return wanted;
    const { label, domain, improvement, unit, minimum, maximum } = found;
    return {
      ...{ ...wanted, name: label, domain, unit, improvement: improvement as typeof wanted.improvement },
      ...(minimum === null ? {} : { minimum }),
      ...(maximum === null ? {} : { maximum }),
    };
  });
  const parts = { timepoints, cohorts, measures };
  if (mapping.form === "long") return { ...mapping, ...parts };
  const values = mapping.values.map((value) =>
    value.timepoint === undefined ? value : { ...value, timepoint: renamed.get(value.timepoint) ?? value.timepoint },
  );
  return { ...mapping, ...parts, values };
}
