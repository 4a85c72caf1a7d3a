import { midRanks } from "../descriptive/ranks";
import { chiSquaredUpper } from "../distribution/chi-squared";
import { type InsufficientData, insufficient } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { addVariance, coxRisks, deathShares, mirror, scorePart } from "./cox-likelihood";
import type { ChiSquaredTest, CoxFit, CoxModel } from "./cox-regression";
import { type CoxData, coxData, visitRiskSets } from "./cox-risk-sets";
import { kaplanMeier } from "./kaplan-meier";

/** How time enters: share with the event so far (Kaplan-Meier), rank, logarithm, or time itself. */
export type TimeTransform = "km" | "rank" | "log" | "identity";

/** Tests that hazard ratios do not change with time. */
export interface ProportionalHazardsTest {
  readonly kind: "test";
  /** One per term, in the order given. */
  readonly terms: readonly ChiSquaredTest[];
  /** All coefficients at once. */
  readonly global: ChiSquaredTest;
}

/**
 * Test of proportional hazards: the score test for adding each predictor times g(time) to the model, g being "km" unless said
 * otherwise. Grambsch & Therneau (1994), Biometrika 81, 515-526, with the exact information of the larger model as in version
 * 3 of survival. R: cox.zph(fit, transform = g).
 * @param terms the columns that belong together, such as the indicators of one factor; each column its own term without it
 * @returns insufficient data when the events do not tell the larger model apart, as with a single event time
 */
export function proportionalHazardsTest(
  model: CoxModel,
  fit: CoxFit,
  terms: readonly (readonly number[])[] = [...fit.coefficients.keys()].map((column) => [column]),
  transform: TimeTransform = "km",
): ProportionalHazardsTest | InsufficientData {
  const data = coxData(model.followUp, model.predictors, model.strata);
  const size = data.predictors.columns;
  const scaled = fit.coefficients.map((value, i) => value * entry(data.scale, i));
  const timeOf = transformedTimes(data, transform);
  const plain = createMatrix(size, size);
  const once = createMatrix(size, size);
  const twice = createMatrix(size, size);
  const score = new Float64Array(size);
  visitRiskSets(data, coxRisks(data, scaled), (set) => {
    const g = timeOf(set.time);
    const shares = deathShares(set, model.ties ?? "efron");
    const weight = set.deathWeight / set.deaths.length;
    for (const share of shares) {
      addVariance(plain, set, share, weight);
      addVariance(once, set, share, weight * g);
      addVariance(twice, set, share, weight * g * g);
    }
    scorePart(data, set, shares).forEach((value, i) => {
      score[i] = entry(score, i) + g * value;
    });
  });
  for (const matrix of [plain, once, twice]) mirror(matrix);

  const test = (columns: readonly number[]) => scoreTest({ plain, once, twice, score }, columns);
  const tests = terms.map(test);
  const global = test([...fit.coefficients.keys()]);
  const known = tests.filter((one) => one !== null);
  if (global === null || known.length < tests.length) return insufficient("not-identifiable", fit.n);
  return { kind: "test", terms: known, global };
}

interface LargerModel {
  readonly plain: Matrix;
  readonly once: Matrix;
  readonly twice: Matrix;
  readonly score: Float64Array;
}

/** Score test of the chosen columns times g, given all columns without g, whose score is 0 at the fit. */
function scoreTest({ plain, once, twice, score }: LargerModel, columns: readonly number[]): ChiSquaredTest | null {
  const [size, more] = [plain.columns, columns.length];
  const whole = createMatrix(size + more, size + more);
  const set = (row: number, column: number, value: number) => {
    whole.values[row * (size + more) + column] = value;
  };
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) set(i, j, entry(plain.values, i * size + j));
  }
  columns.forEach((column, i) => {
    for (let j = 0; j < size; j += 1) set(size + i, j, entry(once.values, column * size + j));
    columns.forEach((other, j) => {
      set(size + i, size + j, entry(twice.values, column * size + other));
    });
  });
  const decomposed = choleskyDecompose(whole);
  if (decomposed.kind === "not-positive-definite") return null;
  const u = [...new Float64Array(size), ...columns.map((column) => entry(score, column))];
  const statistic = decomposed.whiten(u).reduce((sum, value) => sum + value * value, 0);
  return { statistic, degreesOfFreedom: more, pValue: chiSquaredUpper(statistic, more) };
}

/** g(time), less its mean over events so that the larger model is well conditioned; the test does not depend on it. */
function transformedTimes(data: CoxData, transform: TimeTransform): (time: number) => number {
  const events = data.exit.filter((_, row) => data.event[row]).sort((a, b) => a - b);
  const g = rawTransform(data, transform);
  const mean = events.reduce((sum, time) => sum + g(time) / events.length, 0);
  const spread = Math.sqrt(events.reduce((sum, time) => sum + (g(time) - mean) ** 2 / events.length, 0));
  return (time) => (spread > 0 ? (g(time) - mean) / spread : 0);
}

function rawTransform(data: CoxData, transform: TimeTransform): (time: number) => number {
  switch (transform) {
    case "identity":
      return (time) => time;
    case "log":
      return (time) => Math.log(time);
    case "rank": {
      const ranks = new Map(midRanks(data.exit).ranks.map((rank, row) => [entry(data.exit, row), rank]));
      return (time) => ranks.get(time) ?? 0;
    }
    case "km": {
      const late = data.entry.length === 0 ? {} : { entry: data.entry };
      const curve = kaplanMeier({ exit: data.exit, event: data.event, ...late });
      const shares = new Map<number, number>();
      let before = 1;
      for (const step of curve.kind === "curve" ? curve.steps : []) {
        shares.set(step.time, 1 - before);
        before = step.survival;
      }
      return (time) => shares.get(time) ?? 0;
    }
  }
}
