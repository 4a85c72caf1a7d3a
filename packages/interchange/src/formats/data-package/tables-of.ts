import type { LocalText } from "@alongside/domain/instruments/local-text";
import {
  type MissingCode,
  RELEASE_COLUMNS,
  type ReleaseColumn,
  type ReleaseLine,
} from "../release-rows/write-release-rows";
import { codesBelow, type DataPackage, type PackageMeasure } from "./data-package";
import { variableNames } from "./variable-names";

/** A number, a text, nothing, or a score that is missing for a reason. */
export type Cell = number | string | null | { readonly missing: MissingCode };

/** A column of a table: a variable of R, SPSS and Stata. */
export interface Variable {
  readonly name: string;
  readonly type: "integer" | "number" | "text" | "date";
  readonly label: LocalText;
  /** Values a text may have, with what each means; none where it may have any. */
  readonly values: readonly { readonly value: string; readonly label: LocalText }[];
  /** Of a score. */
  readonly measure: PackageMeasure | null;
}

/** One file of rows. */
export interface Table {
  /** Name of its file, without the ending. */
  readonly name: string;
  readonly label: LocalText;
  readonly variables: readonly Variable[];
  /** Each made as it is read, the same at every reading. */
  readonly rows: Iterable<readonly Cell[]>;
  readonly size: TableSize;
}

/** What is to be known of a table's rows before they are written. */
export interface TableSize {
  readonly rows: number;
  /** Bytes of the longest text of each variable; 0 of what is no text. */
  readonly widths: readonly number[];
}

/** The tables of a package, and the number below which the codes of missing scores lie. */
export interface PackageTables {
  readonly tables: readonly Table[];
  readonly lowest: number;
}

const COLUMN_LABELS: Readonly<Record<Exclude<ReleaseColumn, "score" | "missing">, LocalText>> = {
  person: { en: "Person, numbered anew in this package", zh: "人员（在此数据包中重新编号）" },
  cohort: { en: "Arm", zh: "组别" },
  site: { en: "Site, numbered anew in this package", zh: "站点（在此数据包中重新编号）" },
  standing: { en: "How the person stands with the programme", zh: "此人在项目中的状态" },
  timepoint: { en: "Time", zh: "时间点" },
  day: { en: "Days after the person's own baseline", zh: "距本人基线的天数" },
  date: { en: "Day of the form", zh: "填表日期" },
  measure: { en: "Measure", zh: "指标" },
  version: { en: "Edition of the instrument", zh: "工具版本" },
};

/** What a row of the tables beside the long one is known by: one person, one time. */
const PLACE = ["person", "cohort", "site", "standing", "timepoint", "day", "date"] as const;
/** What does not change with the time. */
const OF_PERSON = ["person", "cohort", "site", "standing"] as const;

/**
 * The lines of a release as tables: long (a row a person, time and measure), wide (a row a person, a column a measure and time),
 * and one of each instrument (a row a person and time, a column a scale). An instrument that nobody has answered keeps its columns.
 */
export function tablesOf(given: DataPackage): PackageTables {
  const names = variableNames(given.measures.map(({ measure }) => measure));
  const lowest = codesBelow(given.measures, given.lines);
  const instruments = grouped(given.measures, ({ instrument }) => instrument.code);
  const files = variableNames([...instruments.keys()].map((code) => `scores-${code}`));
  const tables = [
    longTable(given, names),
    wideTable(given, names),
    ...[...instruments].map(([code, measures]) =>
      instrumentTable(given, names, measures, (files.get(`scores-${code}`) ?? code).replaceAll("_", "-")),
    ),
  ];
  return { tables, lowest };
}

function longTable({ columns, lines, measures, timepoints }: DataPackage, names: ReadonlyMap<string, string>): Table {
  const own = RELEASE_COLUMNS.filter((column) => columns.has(column));
  const variables = own.map((column): Variable => {
    if (column === "score") return { ...plain("score", "number", { en: "Score", zh: "得分" }), measure: null };
    if (column === "missing") return plain("missing", "text", { en: "Why there is no score", zh: "没有得分的原因" });
    if (column === "measure") {
      const values = measures.map(({ measure, label }) => ({ value: names.get(measure) ?? measure, label }));
      return { ...plain("measure", "text", COLUMN_LABELS.measure), values };
    }
    return placeVariable(column, timepoints);
  });
  const label = { en: "A row a person, time and measure", zh: "每人、每时间点、每指标一行" };
  return measured({ name: "scores-long", label, variables }, function* () {
    for (const line of lines) {
      yield own.map((column) => (column === "measure" ? (names.get(line.measure) ?? line.measure) : line[column]));
    }
  });
}

function wideTable(given: DataPackage, names: ReadonlyMap<string, string>): Table {
  const { columns, lines, measures, timepoints } = given;
  const own = OF_PERSON.filter((column) => columns.has(column));
  const wide = measures.flatMap((measure) =>
    timepoints.map((timepoint) => ({ measure, timepoint, key: keyOf(measure.measure, timepoint.code) })),
  );
  const wideNames = variableNames(
    wide.map(({ measure, timepoint }) => `${names.get(measure.measure) ?? ""} ${timepoint.code}`),
  );
  const scores = wide.map(({ measure, timepoint }) => ({
    ...plain(wideNames.get(`${names.get(measure.measure) ?? ""} ${timepoint.code}`) ?? "", "number", {
      en: `${measure.label.en}, ${timepoint.label}`,
      zh: `${measure.label.zh}，${timepoint.label}`,
    }),
    measure,
  }));
  const variables = [...own.map((column) => placeVariable(column, timepoints)), ...scores];
  return measured({ name: "scores-wide", label: { en: "A row a person", zh: "每人一行" }, variables }, function* () {
    for (const of of byPerson(lines)) {
      const found = new Map(of.map((line) => [keyOf(line.measure, line.timepoint), scoreOf(line)]));
      yield [...own.map((column): Cell => of[0]?.[column] ?? null), ...wide.map(({ key }) => found.get(key) ?? null)];
    }
  });
}

function instrumentTable(
  { columns, lines, timepoints }: DataPackage,
  names: ReadonlyMap<string, string>,
  measures: readonly PackageMeasure[],
  name: string,
): Table {
  const own = PLACE.filter((column) => columns.has(column));
  const keys = new Set(measures.map(({ measure }) => measure));
  const scores = measures.map((measure) => ({
    ...plain(names.get(measure.measure) ?? "", "number", measure.label),
    measure,
  }));
  const label = measures[0]?.instrument.label ?? { en: name, zh: name };
  const variables = [...own.map((column) => placeVariable(column, timepoints)), ...scores];
  return measured({ name, label, variables }, function* () {
    for (const person of byPerson(lines)) {
      const mine = person.filter(({ measure }) => keys.has(measure));
      for (const of of grouped(mine, ({ timepoint }) => timepoint).values()) {
        const found = new Map(of.map((line) => [line.measure, scoreOf(line)]));
        yield [
          ...own.map((column): Cell => of[0]?.[column] ?? null),
          ...measures.map(({ measure }) => found.get(measure) ?? null),
        ];
      }
    }
  });
}

/** A table with its rows, after one reading of them. */
function measured(
  { name, label, variables }: Pick<Table, "name" | "label" | "variables">,
  make: () => Iterator<readonly Cell[]>,
): Table {
  const rows = { [Symbol.iterator]: make };
  const widths = variables.map(() => 0);
  // There are few texts and many rows.
  const lengths = new Map<string, number>();
  const texts = variables.flatMap(({ type }, at) => (type === "text" ? [at] : []));
  let count = 0;
  for (const row of rows) {
    count += 1;
    for (const at of texts) {
      const text = String(row[at] ?? "");
      const length = lengths.get(text) ?? Buffer.byteLength(text);
      lengths.set(text, length);
      widths[at] = Math.max(widths[at] ?? 0, length);
    }
  }
  return { name, label, variables, rows, size: { rows: count, widths } };
}

/** The lines of one person after the other. */
function* byPerson(lines: Iterable<ReleaseLine>): Generator<readonly ReleaseLine[]> {
  let own: ReleaseLine[] = [];
  for (const line of lines) {
    if (own[0] !== undefined && own[0].person !== line.person) {
      yield own;
      own = [];
    }
    own.push(line);
  }
  if (own.length > 0) yield own;
}

function placeVariable(column: (typeof PLACE)[number] | "version", timepoints: DataPackage["timepoints"]): Variable {
  const type = column === "person" || column === "day" ? "integer" : column === "date" ? "date" : "text";
  const values = timepoints.map(({ code, label }) => ({ value: code, label: { en: label, zh: label } }));
  return { ...plain(column, type, COLUMN_LABELS[column]), ...(column === "timepoint" ? { values } : {}) };
}

function plain(name: string, type: Variable["type"], label: LocalText): Variable {
  return { name, type, label, values: [], measure: null };
}

function scoreOf({ score, missing }: ReleaseLine): Cell {
  if (score !== null) return score;
  return missing === "" ? null : { missing };
}

function keyOf(measure: string, timepoint: string): string {
  return JSON.stringify([measure, timepoint]);
}

function grouped<T>(all: readonly T[], keyOfOne: (one: T) => unknown): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = String(keyOfOne(one));
    const own = found.get(key);
    if (own === undefined) found.set(key, [one]);
    else own.push(one);
  }
  return found;
}
