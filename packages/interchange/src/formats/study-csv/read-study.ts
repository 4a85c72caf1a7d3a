import type { Problem } from "../../problem";
import type { ByteSource } from "../csv/decode";
import { openCsv } from "../csv/read";
import { Consistency } from "./consistency";
import { looksLikePersonalData } from "./looks-like-personal-data";
import type { StudyMapping } from "./mapping";
import { ProblemList } from "./problem-list";
import { missingColumns, rowReader } from "./read-row";
import { type ValueFigures, ValueSums } from "./value-figures";

/** A person of the study, told once, before the first of their values, also when they have none. */
export interface StudyParticipant {
  /** As the file says it. Never shown or stored as it is: the importer turns it into a random code. */
  readonly label: string;
  /** Label of a cohort of the mapping. */
  readonly cohort: string;
  readonly site: string | null;
  readonly row: number;
}

/** One value that exists. What is missing gives no record, whether the cell says so or the row is not there. */
export interface StudyRecord extends StudyParticipant {
  /** Code of a timepoint of the mapping. */
  readonly timepoint: string;
  /** Code of a measure of the mapping. */
  readonly measure: string;
  readonly value: number;
  /** ISO day; null where the file gives none. Values of one timepoint never carry two different days. */
  readonly date: string | null;
}

export interface StudyProgress {
  readonly rows: number;
  readonly bytes: number;
}

export interface StudyReadOptions {
  /** Problems kept in full; all are counted. Default 500. */
  readonly maximumProblems?: number;
  /** ISO day of today, to refuse dates that have not come yet. Left out: no such check. */
  readonly today?: string;
  readonly onParticipant?: (participant: StudyParticipant) => void | Promise<void>;
  readonly onRecord?: (record: StudyRecord) => void | Promise<void>;
  /** Called every `progressEvery` rows (default 1000) and at the end. */
  readonly onProgress?: (progress: StudyProgress) => void | Promise<void>;
  readonly progressEvery?: number;
}

export interface StudyReport {
  /** True when nothing forbids the import. Warnings may remain. */
  readonly importable: boolean;
  readonly rows: number;
  readonly bytes: number;
  readonly participants: number;
  readonly records: number;
  readonly missingCells: number;
  /** Participants of each cohort of the mapping, zero included. */
  readonly cohorts: readonly { readonly label: string; readonly participants: number }[];
  /** Values of each measure at each timepoint; pairs without any are left out. */
  readonly figures: readonly ValueFigures[];
  /** The first problems, in the order of the file. */
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly { readonly rule: string; readonly count: number }[];
}

/**
 * Reads a study file under a mapping, once, from beginning to end, and says everything that is wrong with it. Stores
 * nothing: for a dry run leave the callbacks out; for the import pass them inside a transaction and roll back unless
 * the report says `importable`. Deterministic. Only the byte source and the callbacks can make it throw.
 */
export async function readStudy(
  source: ByteSource,
  mapping: StudyMapping,
  options: StudyReadOptions = {},
): Promise<StudyReport> {
  const problems = new ProblemList(options.maximumProblems ?? 500);
  const report = (problem: Problem): void => problems.add(problem);
  const consistency = new Consistency(mapping.columns);
  const cohorts = new Map(mapping.cohorts.map((cohort) => [cohort.label, 0]));
  const sums = new ValueSums();
  const every = options.progressEvery ?? 1000;
  let bytes = 0;
  let rows = 0;
  let records = 0;
  let missingCells = 0;

  async function* counted(): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of source) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const opened = await openCsv(counted(), { encoding: mapping.encoding, delimiter: mapping.delimiter });
  const header = opened.kind === "opened" ? opened.file.header : [];
  const absent = opened.kind === "opened" ? missingColumns(mapping, header) : [];
  if (opened.kind === "refused") opened.problems.forEach(report);
  for (const column of absent) report({ severity: "refuse", rule: "column-not-found", row: 1, column });

  if (opened.kind === "opened" && absent.length > 0) await opened.file.events.return();
  else if (opened.kind === "opened") {
    const readRow = rowReader(mapping, header, options.today);
    for await (const event of opened.file.events) {
      if (event.kind === "problem") {
        report(event.problem);
        continue;
      }
      rows += 1;
      const row = readRow(event.row, event.cells);
      row.problems.forEach(report);
      missingCells += row.missingCells;
      const accepted = consistency.accept(event.row, row, report);
      if (row.participant === undefined || row.cohort === undefined) continue;
      const participant = { label: row.participant, cohort: row.cohort, site: row.site, row: event.row };
      if (accepted.first) {
        cohorts.set(row.cohort, (cohorts.get(row.cohort) ?? 0) + 1);
        warnOfPersonalData(participant, mapping.columns.participant, report);
        await options.onParticipant?.(participant);
      }
      for (const { timepoint, measure, value, date } of accepted.values) {
        records += 1;
        sums.add(measure.code, timepoint.code, value);
        await options.onRecord?.({
          ...participant,
          timepoint: timepoint.code,
          measure: measure.code,
          value,
          date,
        });
      }
      if (rows % every === 0) await options.onProgress?.({ rows, bytes });
    }
    for (const problem of consistency.finish()) report(problem);
    if (records === 0 && problems.refusals === 0) report({ severity: "refuse", rule: "no-values" });
  }
  await options.onProgress?.({ rows, bytes });

  return {
    importable: problems.refusals === 0,
    rows,
    bytes,
    participants: consistency.participants,
    records,
    missingCells,
    cohorts: [...cohorts].map(([label, participants]) => ({ label, participants })),
    figures: sums.figures(mapping, consistency.participants),
    problems: problems.problems,
    problemCounts: [...problems.counts].map(([rule, count]) => ({ rule, count })),
  };
}

function warnOfPersonalData(
  { label, row }: StudyParticipant,
  column: string,
  report: (problem: Problem) => void,
): void {
  const kind = looksLikePersonalData(label);
  // The label itself is not repeated: this list is stored and shown.
  if (kind !== undefined) report({ severity: "warning", rule: "personal-data", row, column, params: { kind } });
}
