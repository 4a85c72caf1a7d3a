import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { multiplyVector } from "../linear-algebra/matrix";
import { qrDecompose } from "../linear-algebra/qr";
import { entry } from "../linear-algebra/vector";
import { withIntercept } from "../linear-algebra/with-intercept";
import { binomial } from "../regression/families";
import { reweightedLeastSquares } from "../regression/reweighted-least-squares";
import type { RowStatistic } from "../resampling/resample-range";
import type { MediationData } from "./mediation-model";
import type { NaturalEffects } from "./natural-effects";

/** Points of the trapezoid rule over the mediator's error, in standard deviations. */
const STEP = 0.4;
const REACH = 8;
const POINTS = Array.from({ length: 2 * Math.round(REACH / STEP) + 1 }, (_, index) => -REACH + index * STEP);
const WEIGHTS = POINTS.map((z) => (STEP * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI));

/**
 * Natural direct and indirect effects on the risk of a yes-or-no outcome, by g-computation: a linear regression of the
 * mediator with normal errors and a logistic regression of the outcome with an interaction of exposure and mediator; the
 * risk with the exposure at x and the mediator as it would be at x' is averaged over the people and the mediator's error.
 * Differences of risks add up, which products of logistic coefficients do not.
 * Source: VanderWeele and Vansteelandt, American Journal of Epidemiology 172 (2010) 1339-1348. R: lm(), glm(), integrate().
 *
 * Insufficient data: "too-few" for the coefficients, "no-events" when the outcome does not vary, "not-identifiable" when
 * predictors repeat each other or separate the outcomes.
 * @param data with one mediator, and an outcome of 0 and 1
 * @throws RangeError for several mediators, lists of unequal length or another outcome
 */
export function binaryOutcomeEffects(data: MediationData, from: number, to: number): NaturalEffects | InsufficientData {
  const { exposure, mediators, outcome, covariates } = data;
  const [mediator] = mediators;
  const n = exposure.length;
  if (mediator === undefined || mediators.length > 1) throw new RangeError(`${mediators.length} mediators, not one`);
  const lists = [exposure, mediator, outcome, ...covariates];
  if (lists.some((list) => list.length !== n)) throw new RangeError("Lists of unequal length");
  if (!areFinite(...lists, [from, to])) return insufficient("not-finite", n);
  if (!outcome.every((value) => value === 0 || value === 1)) throw new RangeError("The outcome is not 0 or 1");
  const needed = covariates.length + 5;
  if (n < needed) return tooFew(needed, n);
  if (new Set(outcome).size < 2) return insufficient("no-events", n);

  const toMediator = qrDecompose(withIntercept([exposure, ...covariates], n));
  const product = exposure.map((value, row) => value * entry(mediator, row));
  const design = withIntercept([exposure, mediator, product, ...covariates], n);
  if (qrDecompose(design).rank < design.columns) return insufficient("not-identifiable", n);
  const weights = new Float64Array(n).fill(1);
  const task = { y: outcome, family: binomial(), weights, offset: new Float64Array(n) };
  const fit = reweightedLeastSquares(design, task);
  if (typeof fit === "string") return insufficient(fit, n);
  const fitted = toMediator.fitted(mediator);
  const sumOfSquares = toMediator.residuals(mediator).reduce((sum, value) => sum + value ** 2, 0);
  const sigma = Math.sqrt(sumOfSquares / (n - toMediator.rank));
  const a = entry(toMediator.solve(mediator), 1);
  const [, direct = 0, b = 0, theta = 0] = fit.coefficients;
  // What the covariates and the intercept alone add to the linear predictor.
  const others = multiplyVector(
    design,
    fit.coefficients.map((value, index) => (index >= 1 && index <= 3 ? 0 : value)),
  );
  const risk = (x: number, mediatedAt: number) => {
    const slope = b + theta * x;
    let total = 0;
    for (let row = 0; row < n; row += 1) {
      const mean = entry(fitted, row) + a * (mediatedAt - (exposure[row] ?? 0));
      const centre = entry(others, row) + direct * x + slope * mean;
      POINTS.forEach((z, index) => {
        total += entry(WEIGHTS, index) / (1 + Math.exp(-(centre + slope * sigma * z)));
      });
    }
    return total / n;
  };
  const [none, mediatorOnly, exposureOnly, both] = [risk(from, from), risk(from, to), risk(to, from), risk(to, to)];
  return {
    kind: "natural-effects",
    n,
    pureDirect: exposureOnly - none,
    totalDirect: both - mediatorOnly,
    pureIndirect: mediatorOnly - none,
    totalIndirect: both - exposureOnly,
    total: both - none,
  };
}

/** Pure direct, total direct, pure indirect, total indirect and total effect, in this order, for the bootstrap. */
export function binaryOutcomeStatistic(data: MediationData, from: number, to: number): RowStatistic {
  return {
    figures: 5,
    compute: (rows) => {
      const pick = (values: readonly number[]) => Array.from(rows, (row) => values[row] ?? 0);
      const { exposure, mediators, outcome, covariates } = data;
      const drawn = { exposure: pick(exposure), mediators: mediators.map(pick), outcome: pick(outcome) };
      const found = binaryOutcomeEffects({ ...drawn, covariates: covariates.map(pick) }, from, to);
      if (found.kind !== "natural-effects") return null;
      return [found.pureDirect, found.totalDirect, found.pureIndirect, found.totalIndirect, found.total];
    },
  };
}
