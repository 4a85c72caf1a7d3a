import { chiSquaredQuantile } from "@alongside/statistics/distribution/chi-squared";
import { fQuantile } from "@alongside/statistics/distribution/f";
import { normalCritical } from "@alongside/statistics/distribution/normal";
import {
  type GeneralisedLinearModel,
  generalisedLinearModel,
} from "@alongside/statistics/regression/generalised-linear-model";
import { keepColumns } from "@alongside/statistics/regression/linear-model";
import { splinePoints, whereAt } from "./cubic-spline";

import { type FittedRegression, offsetOf, standardErrors, sufficient } from "./regression-models";

/** R takes this many steps away from an estimate at most, five of them up to the furthest limit of interest. */
const MOST_STEPS = 10;
const STEPS_TO_LIMIT = 5;

/**
 * Limits of one coefficient where the signed root of the fall in deviance reaches the normal's, as R finds them: the
 * roots at steps of the coefficient, a spline through them, and lines between its points. R: MASS's confint(glm).
 * @param index of the coefficient among those with a value
 */
export function profileLimits(
  fit: FittedRegression & { readonly model: GeneralisedLinearModel },
  index: number,
  level: number,
): readonly [number | null, number | null] {
  const { model } = fit;
  const estimate = model.coefficients[index] ?? 0;
  const error = standardErrors(model.covariance)[index] ?? 0;
  const share = 1 - (1 - level) / 4;
  const furthest = Math.sqrt(
    model.family.knownDispersion
      ? chiSquaredQuantile(share, 1)
      : fQuantile(share, 1, model.n - model.design.names.length),
  );
  const points = [{ value: estimate, root: 0 }];
  for (const sign of [-1, 1]) {
    let root = 0;
    for (let step = 1; step < MOST_STEPS && Math.abs(root) < furthest; step += 1) {
      const value = estimate + (sign * step * furthest * error) / STEPS_TO_LIMIT;
      const rise = (devianceAt(fit, index, value) - model.deviance) / model.dispersion;
      root = sign * Math.sqrt(Math.max(0, rise));
      points.push({ value, root });
    }
  }
  points.sort((a, b) => a.root - b.root);
  const curve = splinePoints(
    points.map((point) => point.value),
    points.map((point) => point.root),
    3 * points.length,
  );
  const critical = normalCritical(level);
  return [whereAt(curve, -critical), whereAt(curve, critical)];
}

/** The smallest deviance with one coefficient held at a value. */
function devianceAt(
  { model, outcome, weights, frame }: FittedRegression & { readonly model: GeneralisedLinearModel },
  index: number,
  value: number,
): number {
  const { design, determined, family } = model;
  const fixed = determined[index] ?? 0;
  const others = determined.filter((column) => column !== fixed);
  const given = offsetOf(frame);
  const { rows, columns, values } = design.matrix;
  const offset = Array.from({ length: rows }, (_, row) => {
    return (given?.[row] ?? 0) + value * (values[row * columns + fixed] ?? 0);
  });
  if (others.length === 0) {
    return offset.reduce((sum, predictor, row) => {
      const weight = weights?.[row] ?? 1;
      return sum + (weight === 0 ? 0 : weight * family.deviance(outcome[row] ?? 0, family.link.inverse(predictor)));
    }, 0);
  }
  const smaller = {
    names: others.map((column) => design.names[column] ?? ""),
    assign: others.map((column) => design.assign[column] ?? 0),
    terms: design.terms,
    matrix: keepColumns(design.matrix, others),
  };
  return sufficient(generalisedLinearModel(smaller, outcome, family, { weights, offset })).deviance;
}
