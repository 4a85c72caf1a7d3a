import { type Problem, shorten } from "../../problem";
import type { StudyMapping } from "./mapping";
import type { RowValue, StudyRow } from "./read-row";
import type { StudyRule } from "./rules";

/** Columns that say something of the whole row. */
type LabelColumns = Pick<StudyMapping["columns"], "cohort" | "site">;

interface Occasion {
  readonly row: number;
  readonly date: string | null;
  readonly dateColumn: string | undefined;
  readonly position: number;
  readonly baseline: boolean;
}

interface Known {
  readonly row: number;
  readonly cohort: string;
  readonly site: string | null;
  readonly occasions: Map<string, Occasion>;
  /** `timepoint measure` -> row in which the value stood first. */
  readonly values: Map<string, number>;
}

/**
 * What rows must not contradict each other in: one cohort and one site for a participant, one date and one value for a
 * timepoint, nothing before the baseline. Remembers participants and keys, not values: memory grows with the file's
 * participants times their measures.
 */
export class Consistency {
  readonly #known = new Map<string, Known>();
  readonly #columns: LabelColumns;

  constructor(columns: LabelColumns) {
    this.#columns = columns;
  }

  get participants(): number {
    return this.#known.size;
  }

  /** True the first time a participant is seen. Problems are handed to `report`; the accepted values are returned. */
  accept(
    row: number,
    { participant, cohort, site, values }: StudyRow,
    report: (problem: Problem) => void,
  ): { readonly first: boolean; readonly values: readonly RowValue[] } {
    if (participant === undefined || cohort === undefined) return { first: false, values: [] };
    const refuse = (rule: StudyRule, firstRow: number, column: string | undefined, value: string | null): void =>
      report({
        ...{ severity: "refuse", rule, row, params: { firstRow } },
        ...(column === undefined ? {} : { column }),
        ...(value === null ? {} : { value: shorten(value) }),
      });
    const before = this.#known.get(participant);
    const known = before ?? { row, cohort, site, occasions: new Map<string, Occasion>(), values: new Map() };
    if (before === undefined) this.#known.set(participant, known);
    if (known.cohort !== cohort) refuse("participant-in-two-cohorts", known.row, this.#columns.cohort, cohort);
    if (known.site !== site) refuse("participant-in-two-sites", known.row, this.#columns.site, site);

    const accepted: RowValue[] = [];
    for (const value of values) {
      const { code, kind, position } = value.timepoint;
      const { date, dateColumn } = value;
      const baseline = kind === "baseline";
      const occasion = known.occasions.get(code);
      if (occasion === undefined || occasion.date === null) {
        known.occasions.set(code, { row, date, dateColumn, position, baseline });
      } else if (date !== null && occasion.date !== date) {
        refuse(baseline ? "two-baselines" : "two-dates", occasion.row, dateColumn, date);
        continue;
      }
      const key = `${code} ${value.measure.code}`;
      const firstRow = known.values.get(key);
      if (firstRow === undefined) {
        known.values.set(key, row);
        accepted.push(value);
      } else refuse(baseline ? "two-baselines" : "duplicate", firstRow, value.column, value.written);
    }
    return { first: before === undefined, values: accepted };
  }

  /** Problems that only show when the whole file is known, in the order in which participants appeared. */
  *finish(): Generator<Problem, void, void> {
    for (const { occasions } of this.#known.values()) {
      const all = [...occasions.values()];
      const baseline = all.find((occasion) => occasion.baseline);
      if (baseline === undefined || baseline.date === null) continue;
      for (const occasion of all) {
        if (occasion.date === null || occasion.position <= baseline.position || occasion.date >= baseline.date)
          continue;
        const column = occasion.dateColumn === undefined ? {} : { column: occasion.dateColumn };
        const params = { firstRow: baseline.row };
        yield {
          severity: "refuse",
          rule: "before-baseline",
          row: occasion.row,
          ...column,
          value: occasion.date,
          params,
        };
      }
    }
  }
}
