import type { Problem } from "../../problem";
import { shorten } from "../../problem";
import { hasDirectionMarks, spellOutMarks } from "../csv/direction-marks";
import type { StudyMapping } from "./mapping";
import { parseDate, parseNumber } from "./parse-cell";
import type { StudyRule } from "./rules";

type Timepoint = StudyMapping["timepoints"][number];
type Measure = StudyMapping["measures"][number];

/** One value found in a row. Cells without a value give none. */
export interface RowValue {
  readonly timepoint: Timepoint;
  readonly measure: Measure;
  readonly column: string;
  readonly value: number;
  /** The value as it stands in the file. */
  readonly written: string;
  /** ISO day; null where the file gives none. */
  readonly date: string | null;
  /** Where the day stands. */
  readonly dateColumn: string | undefined;
}

/** No day of a study lies before it; a year such as 0203 or 1026 is a slip. */
const EARLIEST_DAY = "1900-01-01";

/** What one row says, its problems apart. Parts that are wrong are left out. */
export interface StudyRow {
  readonly participant: string | undefined;
  /** Label of the cohort as the mapping knows it. */
  readonly cohort: string | undefined;
  readonly site: string | null;
  readonly values: readonly RowValue[];
  readonly missingCells: number;
  readonly problems: readonly Problem[];
}

/** The columns of the mapping that the header does not have. */
export function missingColumns(mapping: StudyMapping, header: readonly string[]): string[] {
  const known = new Set(header);
  const values = mapping.form === "wide" ? mapping.values.flatMap((value) => [value.column, value.date]) : [];
  const named = [...Object.values(mapping.columns), ...values];
  return [...new Set(named.flatMap((name) => (name === undefined || known.has(name) ? [] : [name])))];
}

/**
 * Prepares the reading of rows under one mapping and header (every named column must exist). Pure, row by row. Dates
 * after `today` (ISO day) are refused when it is given.
 */
export function rowReader(
  mapping: StudyMapping,
  header: readonly string[],
  today?: string,
): (row: number, cells: readonly string[]) => StudyRow {
  const position = new Map(header.map((name, index) => [name, index]));
  const missing = new Set(["", ...mapping.missing]);
  const cohorts = new Set(mapping.cohorts.map((cohort) => cohort.label));
  const timepointByLabel = new Map(mapping.timepoints.map((timepoint) => [timepoint.label, timepoint]));
  const timepointByCode = new Map(mapping.timepoints.map((timepoint) => [timepoint.code, timepoint]));
  const measureByLabel = new Map(mapping.measures.map((measure) => [measure.label, measure]));
  const measureByCode = new Map(mapping.measures.map((measure) => [measure.code, measure]));
  const { columns, constants } = mapping;
  const labelColumns = [columns.participant, columns.cohort, columns.site, columns.timepoint];
  if (mapping.form === "long") labelColumns.push(mapping.columns.measure);

  return (row, cells) => {
    const problems: Problem[] = [];
    const report = (
      rule: StudyRule | "direction-marks",
      column: string | undefined,
      rest: Omit<Problem, "rule" | "severity" | "row">,
    ) => problems.push({ severity: "refuse", rule, row, ...(column === undefined ? {} : { column }), ...rest });
    const cell = (column: string | undefined): string =>
      column === undefined ? "" : (cells[position.get(column) ?? -1] ?? "").trim();
    const refuseMarks = (column: string | undefined): void => {
      const text = cell(column);
      if (hasDirectionMarks(text)) report("direction-marks", column, { value: spellOutMarks(text) });
    };
    const present = (column: string | undefined): string | undefined => {
      const text = cell(column);
      return missing.has(text) ? undefined : text;
    };
    /** A cell that must hold one of the labels of the mapping. */
    const lookUp = <T>(
      column: string | undefined,
      constant: string | undefined,
      known: (label: string) => T | undefined,
      rules: { readonly absent: StudyRule; readonly unknown: StudyRule },
    ): T | undefined => {
      // A label may itself be one of the words for "missing" ("NA" for North America), so labels are asked first.
      const raw = column === undefined ? (constant ?? "") : cell(column);
      const found = known(raw);
      if (found !== undefined) return found;
      if (missing.has(raw)) report(rules.absent, column, {});
      else if (!hasDirectionMarks(raw)) report(rules.unknown, column, { value: shorten(raw) });
      return undefined;
    };
    const timepointOfRow = (): Timepoint | undefined =>
      lookUp(columns.timepoint, constants.timepoint, (label) => timepointByLabel.get(label), {
        absent: "timepoint-missing",
        unknown: "unknown-timepoint",
      });

    for (const column of labelColumns) refuseMarks(column);
    const participant = present(columns.participant);
    if (participant === undefined) report("participant-missing", columns.participant, {});
    const cohort = lookUp(columns.cohort, constants.cohort, (label) => (cohorts.has(label) ? label : undefined), {
      absent: "cohort-missing",
      unknown: "unknown-cohort",
    });
    const site = (columns.site === undefined ? constants.site : present(columns.site)) ?? null;

    const dateFrom = (column: string | undefined): string | null => {
      const written = present(column);
      if (written === undefined) return null;
      const date = parseDate(written, mapping.dateFormat);
      const value = shorten(written);
      if (date === undefined) report("date", column, { value, params: { format: mapping.dateFormat } });
      else if (date < EARLIEST_DAY) report("date-too-early", column, { value, params: { earliest: EARLIEST_DAY } });
      else if (today !== undefined && date > today) report("date-in-future", column, { value, params: { today } });
      return date ?? null;
    };
    const dateOfRow = dateFrom(columns.date);

    let missingCells = 0;
    const values: RowValue[] = [];
    const take = (
      column: string,
      measure: Measure | undefined,
      timepoint: Timepoint | undefined,
      dateColumn?: string,
    ): void => {
      const raw = present(column);
      if (raw === undefined) {
        missingCells += 1;
        return;
      }
      const value = parseNumber(raw, mapping.decimalMark);
      if (value === undefined) {
        report("number", column, { value: shorten(raw), params: { decimalMark: mapping.decimalMark } });
        return;
      }
      if (measure === undefined || timepoint === undefined) return;
      const { minimum, maximum } = measure;
      if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
        const params = { minimum: minimum ?? "none", maximum: maximum ?? "none" };
        report("out-of-range", column, { value: shorten(raw), params });
        return;
      }
      const date = dateColumn === undefined ? dateOfRow : dateFrom(dateColumn);
      const written = shorten(raw);
      values.push({ timepoint, measure, column, value, written, date, dateColumn: dateColumn ?? columns.date });
    };

    switch (mapping.form) {
      case "long": {
        const measure = lookUp(mapping.columns.measure, undefined, (label) => measureByLabel.get(label), {
          absent: "measure-missing",
          unknown: "unknown-measure",
        });
        take(mapping.columns.value, measure, timepointOfRow());
        break;
      }
      case "wide": {
        const needed = mapping.values.some((value) => value.timepoint === undefined);
        const general = needed ? timepointOfRow() : undefined;
        for (const value of mapping.values) {
          const timepoint = value.timepoint === undefined ? general : timepointByCode.get(value.timepoint);
          take(value.column, measureByCode.get(value.measure), timepoint, value.date);
        }
        break;
      }
    }
    return { participant, cohort, site, values, missingCells, problems };
  };
}
