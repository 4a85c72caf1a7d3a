import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";

/** Mean squares of subjects by raters, one rating in each cell. */
export interface TwoWayVariance {
  readonly kind: "two-way-variance";
  readonly subjects: number;
  readonly raters: number;
  readonly betweenSubjects: number;
  readonly betweenRaters: number;
  /** Subjects by raters, with (n - 1)(k - 1) degrees of freedom. */
  readonly residual: number;
  /** Within subjects, with n (k - 1) degrees of freedom. */
  readonly withinSubjects: number;
}

/**
 * The analysis of variance behind intraclass correlations. Insufficient data with fewer than two subjects or raters, when
 * all ratings are the same, and when squares exceed what a double can hold.
 * @param ratings one row per subject, one column per rater, complete
 * @throws RangeError when rows differ in length
 */
export function twoWayVariance(ratings: readonly (readonly number[])[]): TwoWayVariance | InsufficientData {
  const subjects = ratings.length;
  const raters = ratings[0]?.length ?? 0;
  if (ratings.some((row) => row.length !== raters)) throw new RangeError("Rows differ in length");
  if (!areFinite(...ratings)) return insufficient("not-finite", subjects);
  if (subjects < 2) return tooFew(2, subjects);
  if (raters < 2) return tooFew(2, raters);
  const origin = ratings[0]?.[0] ?? 0;
  const centred = ratings.map((row) => row.map((rating) => rating - origin));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const rows = centred.map(mean);
  const columns = Array.from({ length: raters }, (_, rater) => mean(centred.map((row) => row[rater] ?? 0)));
  const grand = mean(rows);
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const residuals = centred.flatMap((row, i) =>
    row.map((rating, j) => rating - (rows[i] ?? 0) - (columns[j] ?? 0) + grand),
  );
  const betweenRaters = squares(columns) * subjects;
  const rest = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const betweenSubjects = squares(rows) * raters;
  const whole = betweenSubjects + betweenRaters + rest;
  if (!Number.isFinite(whole)) return insufficient("out-of-range", subjects);
  if (whole === 0) return insufficient("no-spread", subjects);
  // Parts this small are rounding error of the means.
  const part = (sum: number) => (sum <= whole * 1e-28 ? 0 : sum);
  const residual = part(rest);
  return {
    kind: "two-way-variance",
    subjects,
    raters,
    betweenSubjects: part(betweenSubjects) / (subjects - 1),
    betweenRaters: part(betweenRaters) / (raters - 1),
    residual: residual / ((subjects - 1) * (raters - 1)),
    withinSubjects: (betweenRaters + residual) / (subjects * (raters - 1)),
  };
}
