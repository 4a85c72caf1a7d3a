import type { MappingDraft, ValueColumn } from "./mapping-draft";
import type { Cohort, ColumnFacts, Measure, ProgrammePlan, Timepoint } from "./study-import-views";

/** A code that a name becomes: lower case letters, digits and hyphens, and not one that is taken. */
export function codeFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
  const base = plain === "" ? "x" : plain;
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(code)) return code;
  }
}

function labelsOf(columns: readonly ColumnFacts[], name: string | null): readonly string[] {
  return columns.find((column) => column.name === name)?.labels ?? [];
}

/** Which column names the cohort; null puts everybody into one. What was said of a label before is kept. */
export function chooseCohort(
  draft: MappingDraft,
  cohort: string | null,
  columns: readonly ColumnFacts[],
  plan: ProgrammePlan,
): MappingDraft {
  const labels = cohort === null ? ["all"] : labelsOf(columns, cohort);
  return { ...draft, cohort, cohorts: labels.map((label) => describe(label, draft.cohorts, plan)) };
}

function describe(label: string, before: readonly Cohort[], plan: ProgrammePlan): Cohort {
  const known = before.find((cohort) => cohort.label === label);
  if (known) return known;
  const found = plan.cohorts.find((cohort) => cohort.name.toLowerCase() === label.toLowerCase());
  const kind = found?.kind === "peer-support" || found?.kind === "comparison" ? found.kind : "other";
  return { label, name: found?.name ?? label, kind };
}

/** Which column names the timepoint; null where the columns of values do, or all values are of one occasion. */
export function chooseTimepoint(
  draft: MappingDraft,
  timepoint: string | null,
  columns: readonly ColumnFacts[],
  plan: ProgrammePlan,
): MappingDraft {
  if (timepoint === null) return { ...draft, timepoint };
  const timepoints: Timepoint[] = [];
  for (const label of labelsOf(columns, timepoint)) {
    const known = draft.timepoints.find((each) => each.label === label);
    timepoints.push(known ?? newTimepoint(label, timepoints, plan));
  }
  return { ...draft, timepoint, timepoints };
}

/** The first is the baseline, under the code the programme has for it; the others follow at 90 days. */
export function newTimepoint(label: string, before: readonly Timepoint[], plan: ProgrammePlan): Timepoint {
  const taken = before.map((timepoint) => timepoint.code);
  const baseline = plan.timepoints.find((timepoint) => timepoint.kind === "baseline");
  const first = !before.some((timepoint) => timepoint.kind === "baseline");
  const own = first && baseline && !taken.includes(baseline.code) ? baseline : undefined;
  const lastDay = Math.max(-90, ...before.map((timepoint) => timepoint.targetDay));
  return {
    label,
    code: own?.code ?? codeFrom(label, taken),
    name: own?.label ?? label,
    kind: first ? "baseline" : "follow-up",
    position: Math.max(-1, ...before.map((timepoint) => timepoint.position)) + 1,
    targetDay: own?.targetDay ?? (first ? 0 : lastDay + 90),
    daysBefore: 14,
    daysAfter: 14,
  };
}

/** A measure nobody has described yet: which way is better is left open. */
export function newMeasure(label: string, before: readonly Measure[]): Measure {
  const code = codeFrom(
    label,
    before.map((measure) => measure.code),
  );
  return { label, code, name: label, domain: "outcome.psychological", improvement: "none", unit: "" };
}

/** Which column names the measure, in long form. */
export function chooseMeasure(draft: MappingDraft, measure: string, columns: readonly ColumnFacts[]): MappingDraft {
  const measures: Measure[] = [];
  for (const label of labelsOf(columns, measure)) {
    measures.push(draft.measures.find((known) => known.label === label) ?? newMeasure(label, measures));
  }
  return { ...draft, measure, measures };
}

/** Takes a column of values in, under a measure that is there or (`null`) a new one named after the column. */
export function takeColumn(draft: MappingDraft, column: string, measure: string | null): MappingDraft {
  const made = measure === null ? newMeasure(column, draft.measures) : undefined;
  const before = draft.values.find((value) => value.column === column);
  const value: ValueColumn = {
    column,
    measure: measure ?? made?.code ?? "",
    timepoint: before?.timepoint ?? draft.timepoints[0]?.code ?? null,
    date: before?.date ?? null,
  };
  const others = draft.values.filter((each) => each.column !== column);
  return { ...draft, measures: made ? [...draft.measures, made] : draft.measures, values: [...others, value] };
}

/** Leaves a column of values out. */
export function dropColumn(draft: MappingDraft, column: string): MappingDraft {
  return { ...draft, values: draft.values.filter((value) => value.column !== column) };
}

/** Changes one part of a list, found by its label. A timepoint's or measure's new code is followed by the columns that use it. */
export function changeTimepoint(draft: MappingDraft, label: string, change: Partial<Timepoint>): MappingDraft {
  const before = draft.timepoints.find((timepoint) => timepoint.label === label);
  const timepoints = draft.timepoints.map((each) => (each.label === label ? { ...each, ...change } : each));
  if (change.code === undefined || before === undefined) return { ...draft, timepoints };
  const { code } = change;
  const values = draft.values.map((value) => (value.timepoint === before.code ? { ...value, timepoint: code } : value));
  return { ...draft, timepoints, values };
}
