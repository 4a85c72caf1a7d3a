import { z } from "zod";
import { CSV_DELIMITERS } from "../csv/delimiter";
import { CSV_ENCODINGS } from "../csv/encoding";

/**
 * How the columns of an existing study's file become participants, cohorts, timepoints and measures. Plain data, stored
 * with the import, so that the same file can be read the same way years later.
 */

/** What a cohort is to the evaluation: the arm that got peer support, the arm it is compared with, or neither. */
export const COHORT_KINDS = ["peer-support", "comparison", "other"] as const;
export const TIMEPOINT_KINDS = ["baseline", "end", "follow-up"] as const;
/** Which way a value goes when a person is better off; "none" where the number has no better end. */
export const IMPROVEMENTS = ["increase", "decrease", "none"] as const;
export const DATE_FORMATS = ["yyyy-mm-dd", "yyyy/mm/dd", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What stands in a cell when there is no value. The empty cell always counts, listed or not. */
export const DEFAULT_MISSING_WORDS = ["NA", "N/A", ".", "NULL"] as const;

const text = z.string().trim().min(1).max(200);
const code = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
  .max(60);
const column = z.string().min(1).max(32_768);

const cohort = z.object({ label: text, name: text, kind: z.enum(COHORT_KINDS) });

const timepoint = z.object({
  /** As the file says it (long form, or a timepoint column); in wide form the same as the code will do. */
  label: text,
  code,
  name: text,
  kind: z.enum(TIMEPOINT_KINDS),
  position: z.int().min(0).max(999),
  /** Days since baseline. */
  targetDay: z.int().min(-3650).max(36_500),
  daysBefore: z.int().min(0).max(3650),
  daysAfter: z.int().min(0).max(3650),
});

const measure = z.object({
  label: text,
  code,
  name: text,
  /** An outcome domain of the framework, e.g. outcome.psychological. */
  domain: z.string().regex(/^outcome\.[a-z]+$/),
  improvement: z.enum(IMPROVEMENTS),
  unit: z.string().max(60),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const base = {
  encoding: z.enum(CSV_ENCODINGS).default("auto"),
  delimiter: z.enum(["auto", ...CSV_DELIMITERS]).default("auto"),
  missing: z
    .array(z.string().max(40))
    .max(50)
    .default([...DEFAULT_MISSING_WORDS]),
  decimalMark: z.enum([".", ","]).default("."),
  dateFormat: z.enum(DATE_FORMATS).default("yyyy-mm-dd"),
  /** Used where the file has no such column. */
  constants: z.object({ cohort: text.optional(), site: text.optional(), timepoint: text.optional() }).default({}),
  cohorts: z.array(cohort).min(1).max(100),
  timepoints: z.array(timepoint).min(1).max(100),
  measures: z.array(measure).min(1).max(500),
};

const longForm = z.object({
  form: z.literal("long"),
  ...base,
  columns: z.object({
    participant: column,
    cohort: column.optional(),
    site: column.optional(),
    timepoint: column.optional(),
    measure: column,
    value: column,
    date: column.optional(),
  }),
});

const wideForm = z.object({
  form: z.literal("wide"),
  ...base,
  columns: z.object({
    participant: column,
    cohort: column.optional(),
    site: column.optional(),
    /** One row per participant and timepoint: then `values` name no timepoint. */
    timepoint: column.optional(),
    date: column.optional(),
  }),
  values: z
    .array(
      z.object({
        column,
        /** Code of a measure. */
        measure: code,
        /** Code of a timepoint. */
        timepoint: code.optional(),
        /** Column with the day of this value, where `columns.date` does not say it. */
        date: column.optional(),
      }),
    )
    .min(1)
    .max(2000),
});

type Draft = z.infer<typeof longForm> | z.infer<typeof wideForm>;

/** The mapping of a study file. Parsing fills the defaults and checks that every code used is also defined. */
export const studyMappingSchema = z.discriminatedUnion("form", [longForm, wideForm]).superRefine((mapping, context) => {
  for (const [path, rule] of mappingFaults(mapping)) context.addIssue({ code: "custom", path, message: rule });
});
export type StudyMapping = z.output<typeof studyMappingSchema>;
/** What one writes down; the defaults may be left out. */
export type StudyMappingInput = z.input<typeof studyMappingSchema>;

/** Every way in which a mapping can contradict itself; the `message` of the schema's own issues. */
export const MAPPING_FAULTS = [
  /** None or several of the timepoints are the baseline. */
  "one-baseline",
  /** A label, code, position or target that must be unique is not. */
  "repeated",
  /** minimum above maximum. */
  "range",
  "cohort-needed",
  "timepoint-needed",
  "unknown-measure",
  "unknown-timepoint",
  /** One date column for values of several timepoints. */
  "date-of-which-timepoint",
] as const;
export type MappingFault = (typeof MAPPING_FAULTS)[number];

type Fault = readonly [path: (string | number)[], rule: MappingFault];

function mappingFaults(mapping: Draft): Fault[] {
  const faults: Fault[] = [
    ...repeated(mapping.cohorts, "label", "cohorts"),
    ...repeated(mapping.timepoints, "label", "timepoints"),
    ...repeated(mapping.timepoints, "code", "timepoints"),
    ...repeated(mapping.timepoints, "position", "timepoints"),
    ...repeated(mapping.measures, "label", "measures"),
    ...repeated(mapping.measures, "code", "measures"),
  ];
  const baselines = mapping.timepoints.filter((each) => each.kind === "baseline").length;
  if (baselines !== 1) faults.push([["timepoints"], "one-baseline"]);
  for (const [index, each] of mapping.measures.entries()) {
    if (each.minimum !== undefined && each.maximum !== undefined && each.minimum > each.maximum) {
      faults.push([["measures", index, "minimum"], "range"]);
    }
  }
  const { columns, constants } = mapping;
  const cohortLabels = new Set(mapping.cohorts.map((each) => each.label));
  if (columns.cohort === undefined && !(constants.cohort !== undefined && cohortLabels.has(constants.cohort))) {
    faults.push([["constants", "cohort"], "cohort-needed"]);
  }
  const timepointLabels = new Set(mapping.timepoints.map((each) => each.label));
  if (constants.timepoint !== undefined && !timepointLabels.has(constants.timepoint)) {
    faults.push([["constants", "timepoint"], "unknown-timepoint"]);
  }
  const general = columns.timepoint !== undefined || constants.timepoint !== undefined;
  if (mapping.form === "long") {
    if (!general) faults.push([["columns", "timepoint"], "timepoint-needed"]);
    return faults;
  }
  const timepointCodes = new Set(mapping.timepoints.map((each) => each.code));
  const measureCodes = new Set(mapping.measures.map((each) => each.code));
  const targets = new Set<string>();
  for (const [index, value] of mapping.values.entries()) {
    if (!measureCodes.has(value.measure)) faults.push([["values", index, "measure"], "unknown-measure"]);
    if (value.timepoint === undefined && !general) faults.push([["values", index, "timepoint"], "timepoint-needed"]);
    if (value.timepoint !== undefined && !timepointCodes.has(value.timepoint)) {
      faults.push([["values", index, "timepoint"], "unknown-timepoint"]);
    }
    const target = `${value.measure} ${value.timepoint ?? ""}`;
    if (targets.has(target)) faults.push([["values", index], "repeated"]);
    targets.add(target);
  }
  // One date cannot be the day of several occasions.
  const undated = mapping.values.filter((value) => value.date === undefined && value.timepoint !== undefined);
  if (columns.date !== undefined && new Set(undated.map((value) => value.timepoint)).size > 1) {
    faults.push([["columns", "date"], "date-of-which-timepoint"]);
  }
  return faults;
}

function repeated<K extends string>(list: readonly Record<K, string | number>[], key: K, name: string): Fault[] {
  const seen = new Set<string | number>();
  const faults: Fault[] = [];
  for (const [index, each] of list.entries()) {
    if (seen.has(each[key])) faults.push([[name, index, key], "repeated"]);
    seen.add(each[key]);
  }
  return faults;
}
