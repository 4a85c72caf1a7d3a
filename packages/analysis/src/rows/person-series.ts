/** What there is of one person at one wave. */
export type WaveState =
  /** Scored from all items. */
  | "scored"
  /** Scored, with items filled in by the scale's own rule. */
  | "prorated"
  /** Answered, but too much was left out for a score. */
  | "unscored"
  /** No form. */
  | "not-measured"
  /** Nobody expected one: not asked of this cohort, or not yet due. */
  | "not-expected";

/** All scores of one person on one measure. */
export interface PersonSeries {
  /** Number of the row: stable within one data set, and nobody's code. */
  readonly row: number;
  readonly cohortId: string;
  readonly siteId: string;
  /** Who supports the person; null where nobody does or it is not recorded. */
  readonly volunteerId: string | null;
  /** How the person stands in the programme, e.g. "active", "withdrawn", "died", "transferred". */
  readonly standing: string;
  /** One per wave, in the order of the waves; null wherever `states` says there is no score. Missing is never zero. */
  readonly values: readonly (number | null)[];
  readonly states: readonly WaveState[];
}

/** A timepoint as the analyses need it. The first of a data set is the baseline. */
export interface Wave {
  readonly timepointId: string;
  readonly label: string;
  /** Planned day after enrolment. */
  readonly targetDay: number;
}

/** One measure, everybody in reach: what every question about an outcome is answered from. */
export interface OutcomeData {
  readonly measure: string;
  /** At least one; the baseline first. */
  readonly waves: readonly Wave[];
  readonly people: readonly PersonSeries[];
}

/** The scores of people who have both, in the order of the rows. */
export function completePairs(people: readonly PersonSeries[], wave: number): { pre: number[]; post: number[] } {
  const pre: number[] = [];
  const post: number[] = [];
  for (const { values } of people) {
    const [before, after] = [values[0] ?? null, values[wave] ?? null];
    if (before === null || after === null) continue;
    pre.push(before);
    post.push(after);
  }
  return { pre, post };
}
