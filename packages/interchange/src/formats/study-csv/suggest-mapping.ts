import {
  DATE_FORMATS,
  type DateFormat,
  DEFAULT_MISSING_WORDS,
  type StudyMappingInput,
  studyMappingSchema,
} from "./mapping";
import { parseDate, parseNumber } from "./parse-cell";
import { suggestColumns } from "./suggest-columns";
import { describeMeasures, describeTimepoints, type SuggestionNote, tokensOf } from "./suggest-definitions";
import { tellsRowsApart } from "./tells-rows-apart";
import { readColumnName } from "./timepoint-token";

export interface MappingSuggestion {
  /** A complete mapping that parses; undefined when the file shows no value to import. */
  readonly mapping: StudyMappingInput | undefined;
  readonly notes: readonly SuggestionNote[];
}

const MISSING: ReadonlySet<string> = new Set(["", ...DEFAULT_MISSING_WORDS]);
/** More labels than this and a column is not a cohort. */
const MOST_COHORTS = 12;
/**
 * A first mapping from the header and some rows. It only proposes: whatever it had to assume is in the notes.
 * Deterministic; the order of columns decides between equals.
 */
export function suggestMapping(header: readonly string[], rows: readonly (readonly string[])[]): MappingSuggestion {
  const draft = draftMapping(header, rows);
  // Labels too long or too many for a mapping: better no suggestion than one that cannot be used.
  return studyMappingSchema.safeParse(draft.mapping).success ? draft : { ...draft, mapping: undefined };
}

function draftMapping(header: readonly string[], rows: readonly (readonly string[])[]): MappingSuggestion {
  const notes: SuggestionNote[] = [];
  const cells = new Map(
    header.map((name, index) => [
      name,
      rows.map((row) => (row[index] ?? "").trim()).filter((cell) => !MISSING.has(cell)),
    ]),
  );
  const columnCells = (name: string): readonly string[] => cells.get(name) ?? [];
  const distinct = (name: string): string[] => [...new Set(columnCells(name))];
  const roles = suggestColumns(header);
  const participant = roles.participant ?? header.find((name) => distinct(name).length === rows.length) ?? header[0];
  if (participant === undefined) return { mapping: undefined, notes };
  if (roles.participant === undefined) notes.push({ note: "participant-guessed", subject: participant });

  // A cohort is known of everybody; a column with gaps or with many labels is something else.
  const cohortColumn =
    roles.cohort !== undefined &&
    columnCells(roles.cohort).length === rows.length &&
    distinct(roles.cohort).length <= MOST_COHORTS
      ? roles.cohort
      : undefined;
  const cohorts =
    cohortColumn === undefined
      ? [{ label: "all", name: "All participants", kind: "other" as const }]
      : distinct(cohortColumn).map((label) => ({ label, name: label, kind: "other" as const }));
  if (cohortColumn === undefined) notes.push({ note: "no-cohort-column", subject: "all" });

  const decimalMark = suggestDecimalMark([...cells.values()].flat());
  const isNumeric = (name: string): boolean =>
    columnCells(name).length > 0 && columnCells(name).every((cell) => parseNumber(cell, decimalMark) !== undefined);
  const dateFormat = suggestDateFormat(roles.date === undefined ? [] : columnCells(roles.date), roles.date, notes);

  const base = {
    decimalMark,
    dateFormat,
    cohorts,
    constants: cohortColumn === undefined ? { cohort: "all" } : {},
  };
  const columns = {
    participant,
    ...(cohortColumn === undefined ? {} : { cohort: cohortColumn }),
    ...(roles.site === undefined ? {} : { site: roles.site }),
    ...(roles.date === undefined ? {} : { date: roles.date }),
  };
  const { measure, value } = roles;
  const taken = [participant, cohortColumn, roles.site, roles.date];
  const guessed = measure === undefined ? tellsRowsApart(header, rows, participant, taken) : undefined;
  const timepoint = roles.timepoint ?? guessed;
  if (roles.timepoint === undefined && guessed !== undefined) {
    notes.push({ note: "timepoint-guessed", subject: guessed });
  }

  if (timepoint !== undefined && measure !== undefined && value !== undefined) {
    const measures = describeMeasures(distinct(measure), notes);
    const timepoints = describeTimepoints(tokensOf(timepoint, distinct(timepoint)), notes);
    if (measures.length === 0 || timepoints.length === 0) return { mapping: undefined, notes };
    return {
      mapping: { form: "long", ...base, columns: { ...columns, timepoint, measure, value }, measures, timepoints },
      notes,
    };
  }

  const used = new Set<string | undefined>([participant, cohortColumn, roles.site, roles.date, timepoint]);
  const numeric = header.filter((name) => !used.has(name) && isNumeric(name));
  const unused = (names: ReadonlySet<string>): void => {
    for (const name of header) {
      if (!used.has(name) && !names.has(name)) notes.push({ note: "column-unused", subject: name });
    }
  };
  if (timepoint !== undefined && distinct(timepoint).length > 0 && numeric.length > 0) {
    const timepoints = describeTimepoints(tokensOf(timepoint, distinct(timepoint)), notes);
    const measures = describeMeasures(numeric, notes);
    unused(new Set(numeric));
    const values = measures.map(({ label, code }) => ({ column: label, measure: code }));
    return {
      mapping: { form: "wide", ...base, columns: { ...columns, timepoint }, measures, timepoints, values },
      notes,
    };
  }

  const { date: _, ...undated } = columns;
  const parts = numeric.flatMap((column) => {
    const found = readColumnName(column);
    return found === undefined ? [] : [{ column, ...found }];
  });
  const repeated = parts.filter(({ stem }) => parts.filter((other) => other.stem === stem).length > 1);
  if (repeated.length > 0) {
    const stems = [...new Set(repeated.map(({ stem }) => stem))];
    const measures = describeMeasures(stems, notes);
    const tokens = new Map(repeated.map(({ token }) => [token.label, token]));
    const timepoints = describeTimepoints([...tokens.values()], notes);
    const values = repeated.map(({ column, stem, token }) => ({
      column,
      measure: codeOf(measures, stem),
      timepoint: codeOf(timepoints, token.label),
    }));
    unused(new Set(repeated.map(({ column }) => column)));
    return { mapping: { form: "wide", ...base, columns: undated, measures, timepoints, values }, notes };
  }
  if (numeric.length === 0) return { mapping: undefined, notes };
  const timepoints = describeTimepoints([{ label: "baseline", kind: "baseline", targetDay: 0, order: 0 }], notes);
  const measures = describeMeasures(numeric, notes);
  unused(new Set(numeric));
  const values = measures.map(({ label, code }) => ({ column: label, measure: code, timepoint: "baseline" }));
  return { mapping: { form: "wide", ...base, columns, measures, timepoints, values }, notes };
}

/**
 * A comma that always stands before exactly three digits more likely parts thousands: read as a decimal mark it would make
 * every value a thousandth, so the point is kept, and such cells are then refused by name.
 */
function suggestDecimalMark(all: readonly string[]): "." | "," {
  const withComma = all.filter((cell) => /^[+-]?\d+,\d+$/.test(cell));
  if (withComma.every((cell) => /^[+-]?\d{1,3},\d{3}$/.test(cell))) return ".";
  const comma = withComma.length;
  const point = all.filter((cell) => /^[+-]?\d+\.\d+$/.test(cell)).length;
  return comma > point ? "," : ".";
}

function suggestDateFormat(all: readonly string[], column: string | undefined, notes: SuggestionNote[]): DateFormat {
  const fitting = DATE_FORMATS.filter((format) => all.every((cell) => parseDate(cell, format) !== undefined));
  if (column !== undefined && all.length > 0 && fitting.length !== 1) {
    notes.push({ note: "date-format-unclear", subject: column });
  }
  return fitting[0] ?? "yyyy-mm-dd";
}

function codeOf(definitions: readonly { readonly label: string; readonly code: string }[], label: string): string {
  return definitions.find((definition) => definition.label === label)?.code ?? label;
}
