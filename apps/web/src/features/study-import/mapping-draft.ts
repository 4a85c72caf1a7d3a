import type { Cohort, Mapping, Measure, Timepoint } from "./study-import-views";

/** A column of values in wide form. Without a timepoint the row says it. */
export interface ValueColumn {
  readonly column: string;
  readonly measure: string;
  readonly timepoint: string | null;
  readonly date: string | null;
}

/**
 * A mapping while somebody works on it: both forms in one shape, so that changing one's mind about the form loses
 * nothing. Columns that are not used are null.
 */
export interface MappingDraft {
  readonly form: "long" | "wide";
  readonly encoding: NonNullable<Mapping["encoding"]>;
  readonly delimiter: NonNullable<Mapping["delimiter"]>;
  readonly decimalMark: NonNullable<Mapping["decimalMark"]>;
  readonly dateFormat: NonNullable<Mapping["dateFormat"]>;
  readonly missing: readonly string[];
  readonly participant: string;
  readonly cohort: string | null;
  readonly site: string | null;
  /** One site for everybody, where no column names it. */
  readonly siteName: string;
  readonly timepoint: string | null;
  readonly date: string | null;
  /** Long form only. */
  readonly measure: string | null;
  readonly value: string | null;
  /** Wide form only. */
  readonly values: readonly ValueColumn[];
  readonly cohorts: readonly Cohort[];
  readonly timepoints: readonly Timepoint[];
  readonly measures: readonly Measure[];
}

/** A mapping taken apart for editing. */
export function draftOf(mapping: Mapping): MappingDraft {
  const { columns, constants } = mapping;
  return {
    form: mapping.form,
    encoding: mapping.encoding ?? "auto",
    delimiter: mapping.delimiter ?? "auto",
    decimalMark: mapping.decimalMark ?? ".",
    dateFormat: mapping.dateFormat ?? "yyyy-mm-dd",
    missing: mapping.missing ?? ["NA", "N/A", ".", "NULL"],
    participant: columns.participant,
    cohort: columns.cohort ?? null,
    site: columns.site ?? null,
    siteName: constants?.site ?? "",
    timepoint: columns.timepoint ?? null,
    date: columns.date ?? null,
    measure: mapping.form === "long" ? mapping.columns.measure : null,
    value: mapping.form === "long" ? mapping.columns.value : null,
    values:
      mapping.form === "long"
        ? []
        : mapping.values.map(({ column, measure, timepoint, date }) => ({
            column,
            measure,
            timepoint: timepoint ?? null,
            date: date ?? null,
          })),
    cohorts: mapping.cohorts,
    timepoints: mapping.timepoints,
    measures: mapping.measures,
  };
}

/** Columns of values, without those that somebody has since chosen for something else, such as the timepoint. */
export function valuesInUse(draft: MappingDraft): readonly ValueColumn[] {
  const others = [draft.participant, draft.cohort, draft.site, draft.timepoint, draft.date];
  return draft.values.filter((value) => !others.includes(value.column));
}

/** The mapping a draft stands for. Whether it holds together is for the server to say. */
export function mappingOf(draft: MappingDraft): Mapping {
  const { encoding, delimiter, decimalMark, dateFormat, missing, participant, cohort, site, date } = draft;
  const siteName = draft.siteName.trim();
  const firstCohort = draft.cohorts[0];
  const firstTimepoint = draft.timepoints[0];
  const shared = {
    ...{ encoding, delimiter, decimalMark, dateFormat, missing: [...missing] },
    cohorts: [...draft.cohorts],
    timepoints: [...draft.timepoints],
    constants: {
      ...(cohort === null && firstCohort ? { cohort: firstCohort.label } : {}),
      ...(site === null && siteName !== "" ? { site: siteName } : {}),
    },
  };
  const columns = {
    participant,
    ...(cohort === null ? {} : { cohort }),
    ...(site === null ? {} : { site }),
    ...(draft.timepoint === null ? {} : { timepoint: draft.timepoint }),
    ...(date === null ? {} : { date }),
  };
  if (draft.form === "long") {
    const once = draft.timepoint === null && firstTimepoint ? { timepoint: firstTimepoint.label } : {};
    return {
      form: "long",
      ...shared,
      constants: { ...shared.constants, ...once },
      columns: { ...columns, measure: draft.measure ?? "", value: draft.value ?? "" },
      measures: [...draft.measures],
    };
  }
  // Measures that no column uses any more would be created for nothing.
  const values = valuesInUse(draft);
  const used = new Set(values.map((value) => value.measure));
  return {
    form: "wide",
    ...shared,
    columns,
    measures: draft.measures.filter((measure) => used.has(measure.code)),
    values: values.map(({ column, measure, timepoint, date: day }) => ({
      ...{ column, measure },
      ...(timepoint === null || draft.timepoint !== null ? {} : { timepoint }),
      ...(day === null ? {} : { date: day }),
    })),
  };
}

/** A draft to begin with when the file suggests none: every choice still to be made. */
export function emptyDraft(participant: string): MappingDraft {
  return {
    ...draftOf({
      form: "wide",
      columns: { participant },
      cohorts: [{ label: "all", name: "All participants", kind: "other" }],
      timepoints: [],
      measures: [],
      values: [],
    }),
  };
}
