import { type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { withIntercept } from "../linear-algebra/with-intercept";
import { createMrg32k3a, type Mrg32k3aSeed, normalDraw, substream } from "../random/mrg32k3a";
import { drawRegression, type RegressionDraw } from "./regression-draw";

/** Repeated measures of two groups, with people who leave and do not come back. */
export interface ReferencePlan {
  /** One list per occasion, one entry per person, null where missing. The first occasion is complete. */
  readonly occasions: readonly (readonly (number | null)[])[];
  /** Whether a person belongs to the group whose course everybody is taken to follow after leaving. */
  readonly reference: readonly boolean[];
  readonly seed: Mrg32k3aSeed;
}

export interface ReferenceCompleted {
  readonly kind: "reference-completed";
  readonly occasions: readonly (readonly number[])[];
}

/**
 * Completed data set number `index` under the assumption that who leaves jumps to the reference group's course: the mean is
 * that of the own group before and that of the reference group after leaving, and the relation between occasions is the
 * reference group's. People of the reference group are imputed as missing at random. Occasion after occasion, each group's
 * regression on the occasions before is drawn from its posterior.
 * Source: Carpenter, Roger and Kenward, Journal of Biopharmaceutical Statistics 23 (2013) 1352-1371. R: near
 * rbmi with strategy_JR, which draws all occasions together.
 *
 * Insufficient data: "too-few" where a group is empty, "not-identifiable" where somebody comes back, is missing at first, or
 * too few of a group stay for the regression.
 * @throws RangeError for unequal lengths
 */
export function jumpToReference(plan: ReferencePlan, index: number): ReferenceCompleted | InsufficientData {
  const { occasions, reference, seed } = plan;
  const n = reference.length;
  for (const values of occasions) {
    if (values.length !== n) throw new RangeError(`${values.length} values for ${n} people`);
    if (!values.every((value) => value === null || Number.isFinite(value))) return insufficient("not-finite", n);
  }
  const groups = [true, false].map((wanted) => [...reference.keys()].filter((row) => reference[row] === wanted));
  if (groups.some((rows) => rows.length === 0)) return tooFew(1, 0);
  const seen = (occasion: number, row: number) => (occasions[occasion]?.[row] ?? null) !== null;
  const comesBack = (row: number) =>
    occasions.some((_, occasion) => seen(occasion, row) && occasion > 0 && !seen(occasion - 1, row));
  const [first] = occasions;
  if (first === undefined || first.some((value) => value === null)) return insufficient("not-identifiable", n);
  if ([...reference.keys()].some(comesBack)) return insufficient("not-identifiable", n);

  const stream = createMrg32k3a(substream(seed, index));
  const completed: number[][] = [first.map((value) => value ?? 0)];
  // Drawn means of each group, as if nobody had left; `centred` holds what people are from the mean that applies to them.
  const means = groups.map((rows) => [meanOf(completed[0] ?? [], rows)]);
  const centred: number[][] = [[]];
  groups.forEach((rows, group) => {
    for (const row of rows) (centred[0] ?? [])[row] = (completed[0]?.[row] ?? 0) - (means[group]?.[0] ?? 0);
  });
  for (let occasion = 1; occasion < occasions.length; occasion += 1) {
    const draws: RegressionDraw[] = [];
    for (const rows of groups) {
      const staying = rows.filter((row) => seen(occasion, row));
      const before = completed.map((values) => staying.map((row) => values[row] ?? 0));
      const y = staying.map((row) => occasions[occasion]?.[row] ?? 0);
      const draw = drawRegression(withIntercept(before, staying.length), y, stream);
      if (draw === null) return insufficient("not-identifiable", n);
      draws.push(draw);
    }
    const [toReference] = draws;
    if (toReference === undefined) return insufficient("not-identifiable", n);
    const now = draws.map((draw, group) => predict(draw.drawn, means[group] ?? []));
    const values: number[] = [];
    const deviations: number[] = [];
    groups.forEach((rows, group) => {
      for (const row of rows) {
        const value = occasions[occasion]?.[row] ?? null;
        const centre = (value === null ? now[0] : now[group]) ?? 0;
        // Deviations before from the mean that applied then, carried on by the reference group's relation.
        const past = centred.map((one) => one[row] ?? 0);
        const carried = predict(toReference.drawn, past) - entry(toReference.drawn, 0);
        values[row] = value ?? centre + carried + toReference.sigma * normalDraw(stream);
        deviations[row] = (values[row] ?? 0) - centre;
      }
      means[group]?.push(now[group] ?? 0);
    });
    completed.push(values);
    centred.push(deviations);
  }
  return whereFinite({ kind: "reference-completed", occasions: completed }, n);
}

function predict(coefficients: Float64Array, values: readonly number[]): number {
  const [fitted = 0] = multiplyVector(
    withIntercept(
      values.map((value) => [value]),
      1,
    ),
    coefficients,
  );
  return fitted;
}

function meanOf(values: readonly number[], rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? 0) / rows.length, 0);
}
