import { describe, expect, it } from "vitest";
import { createMatrix, fromRows } from "../linear-algebra/matrix";
import { CLOSED_FORM, expectWithin } from "../testing/within-tolerance";
import { alphaOfCovariance, coefficientAlpha, guttmanLambda2 } from "./coefficient-alpha";
import { covarianceMatrix, pairwiseCovarianceMatrix } from "./covariance";
import { correlationMatrix, itemAnalysis } from "./item-analysis";
import { minimumResidualLoadings } from "./minimum-residual-loadings";
import { omegaTotal, omegaVariants } from "./omega";
import { oneFactorLikelihood } from "./one-factor-likelihood";
import { oneFactorModel } from "./one-factor-model";
import { principalLoadings, referenceLoadings } from "./one-factor-start";
import fixtures from "./reliability.fixtures.json";

const ITERATIVE = { relative: 1e-6, absolute: 1e-7 };
const reason = (name: string, needed: number, had = needed) =>
  ({ kind: "insufficient-data", reason: name, needed, had }) as const;

describe("alpha", () => {
  it.each(fixtures.alphas)("and the items are those of psych at level $level", ({ items, level, ...wanted }) => {
    const alpha = coefficientAlpha(items, level);
    if (alpha.kind !== "estimate") throw new Error(alpha.kind);
    const { low, high } = alpha.interval;
    expectWithin([alpha.value, low, high], wanted.alpha, "Feldt", CLOSED_FORM);
    expectWithin(alpha.standardError, wanted.standardError, "standard error", CLOSED_FORM);
    expect(alpha).toMatchObject({ n: items[0]?.length, interval: { level } });
    expectWithin(guttmanLambda2(covarianceMatrix(items)), wanted.lambda2, "lambda 2", CLOSED_FORM);
    const found = itemAnalysis(items, level);
    const { standardisedAlpha, meanInterItemCorrelation, sumMean, sumSd } = wanted;
    expectWithin(found, { standardisedAlpha, meanInterItemCorrelation, sumMean, sumSd }, "scale", CLOSED_FORM);
    const { sem: standardErrorOfMeasurement, mdc: minimalDetectableChange } = wanted;
    expectWithin(found, { standardErrorOfMeasurement, minimalDetectableChange }, "error", CLOSED_FORM);
    expectWithin(found, { items: wanted.byItem, n: items[0]?.length }, "items", CLOSED_FORM);
  });

  it("uses everybody who answered both items of a pair", () => {
    const items = [
      [1, 2, null, 4, 5],
      [2, 2, 3, null, 6],
      [1, null, 4, 4, 7],
    ];
    // cov(cbind(c(1, 2, NA, 4, 5), c(2, 2, 3, NA, 6), c(1, NA, 4, 4, 7)), use = "pairwise")
    const wanted = [10 / 3, 14 / 3, 6, 14 / 3, 43 / 12, 6, 6, 6, 6];
    const found = pairwiseCovarianceMatrix(items);
    expectWithin(Array.from(found?.values ?? []), wanted, "pairwise", CLOSED_FORM);
    expect(
      pairwiseCovarianceMatrix([
        [1, null, 3],
        [null, 2, 4],
      ]),
    ).toBeNull();
    const complete = [
      [1, 2, 4],
      [3, 2, 7],
    ];
    expect(pairwiseCovarianceMatrix(complete)?.values).toEqual(covarianceMatrix(complete).values);
    expect(() => pairwiseCovarianceMatrix([[1, 2], [3]])).toThrow(RangeError);
  });

  it("says what is missing", () => {
    expect(coefficientAlpha([[1, 2, 3]])).toEqual(reason("too-few", 2, 1));
    expect(coefficientAlpha([])).toEqual(reason("too-few", 2, 0));
    expect(
      coefficientAlpha([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual(reason("too-few", 3, 2));
    expect(
      coefficientAlpha([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toEqual(reason("no-spread", 3));
    expect(
      coefficientAlpha([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toEqual(reason("no-spread", 3));
    expect(itemAnalysis([[1, 2, 3]])).toEqual(reason("too-few", 2, 1));
    expect(itemAnalysis([[1], [2]])).toEqual(reason("too-few", 2, 1));
    expect(
      itemAnalysis([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toEqual(reason("no-spread", 3));
    expect(guttmanLambda2(fromRows([[1]]))).toEqual(reason("too-few", 2, 1));
    expect(guttmanLambda2(createMatrix(2, 2))).toEqual(reason("no-spread", 2));
    expect(alphaOfCovariance(fromRows([[1]]))).toBeNull();
    expect(() =>
      coefficientAlpha([
        [1, 2, 3],
        [1, 2],
      ]),
    ).toThrow(RangeError);
    expect(
      coefficientAlpha([
        [1, 2, 3],
        [1, 2, Number.NaN],
      ]),
    ).toMatchObject({ reason: "not-finite", had: 3 });
    for (const level of [0, 1]) {
      expect(() =>
        coefficientAlpha(
          [
            [1, 2, 3],
            [1, 2, 4],
          ],
          level,
        ),
      ).toThrow(RangeError);
      expect(() =>
        itemAnalysis(
          [
            [1, 2, 3],
            [1, 2, 4],
          ],
          level,
        ),
      ).toThrow(RangeError);
      expect(() =>
        omegaTotal(
          [
            [1, 2, 3],
            [1, 2, 4],
          ],
          level,
        ),
      ).toThrow(RangeError);
    }
  });

  it("leaves out what an item that does not vary cannot have", () => {
    const found = itemAnalysis([
      [1, 2, 3, 5],
      [2, 2, 2, 2],
      [1, 3, 3, 4],
    ]);
    if (found.kind !== "item-analysis") throw new Error(found.reason);
    expect(found.items[1]).toMatchObject({ sd: 0, totalCorrelation: null, restCorrelation: null });
    expect(found).toMatchObject({ standardisedAlpha: null, meanInterItemCorrelation: null });
    expect(correlationMatrix(createMatrix(2, 2, [1, 0, 0, 0]))).toBeNull();
  });
});

describe("one factor", () => {
  it.each(fixtures.omegas)("is lavaan's, and omega that of several programs", ({ items, ...wanted }) => {
    const model = oneFactorModel(items);
    if (model.kind !== "one-factor-model") throw new Error(model.reason);
    const { loadings, residualVariances, standardisedLoadings, fit } = wanted;
    // The search of lavaan ends with four to five digits.
    const tolerance = { relative: 3e-5, absolute: 1e-5 };
    expectWithin(model, { loadings, residualVariances, standardisedLoadings, fit }, "model", tolerance);
    const omega = omegaTotal(items, 0.9);
    if (omega.kind !== "estimate") throw new Error(omega.kind);
    expectWithin(omega.value, wanted.omega, "omega", tolerance);
    expectWithin(omega.standardError, wanted.standardError, "standard error", { relative: 1e-4, absolute: 0 });
    const half = 1.6448536269514722 * omega.standardError;
    expectWithin(omega.interval, { low: omega.value - half, high: omega.value + half }, "interval", CLOSED_FORM);
    const { overObservedVariance, overObservedVarianceByN } = wanted;
    const variants = omegaVariants(model);
    expectWithin(variants, { overObservedVariance, overObservedVarianceByN }, "variants", tolerance);
    const { standardisedLikelihood, standardisedMinimumResidual } = wanted;
    // R's exploratory searches stop early; near 0, where loadings cancel, that shows.
    const early = { relative: 3e-5, absolute: 4e-6 };
    expectWithin(variants, { standardisedLikelihood, standardisedMinimumResidual }, "exploratory", early);
  });

  it("follows the first item, and says when another factor fits better", () => {
    const found = fixtures.omegas.map(({ items }) => oneFactorModel(items));
    expect(found.map((model) => model.kind === "one-factor-model" && model.betterElsewhere)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(found.every((model) => model.kind === "one-factor-model" && !model.heywood)).toBe(true);
  });

  it("bears a residual variance below zero", () => {
    // r12 r13 / r23 exceeds 1: the first item's residual variance is 1 - 0.6 * 0.6 / 0.3.
    const r = fromRows([
      [1, 0.6, 0.6],
      [0.6, 1, 0.3],
      [0.6, 0.3, 1],
    ]);
    const solution = oneFactorLikelihood(r, referenceLoadings(r) ?? []);
    expectWithin(solution?.residuals, [-0.2, 0.7, 0.7], "free", ITERATIVE);
    expectWithin(solution?.discrepancy, 0, "free", ITERATIVE);
    const bounded = oneFactorLikelihood(r, principalLoadings(r) ?? [], 0.005);
    // factanal(covmat = r, factors = 1, control = list(opt = list(factr = 1)))$uniquenesses
    expectWithin(bounded?.residuals, [0.005, 0.638541678325061, 0.638541678325061], "bounded", {
      relative: 1e-5,
      absolute: 1e-6,
    });
    const least = minimumResidualLoadings(r);
    expect(Math.max(...(least ?? []).map(Math.abs))).toBe(Math.sqrt(0.995));
  });

  it("says what is missing", () => {
    expect(
      oneFactorModel([
        [1, 2, 3, 4],
        [1, 3, 2, 4],
      ]),
    ).toEqual(reason("too-few", 3, 2));
    expect(
      oneFactorModel([
        [1, 2, 3],
        [1, 3, 2],
        [2, 3, 1],
      ]),
    ).toEqual(reason("too-few", 4, 3));
    const constant = [
      [1, 2, 3, 5, 6],
      [1, 3, 2, 4, 7],
      [2, 2, 2, 2, 2],
    ];
    expect(oneFactorModel(constant)).toEqual(reason("no-spread", 5));
    const repeated = [
      [1, 2, 3, 5, 6],
      [1, 3, 2, 4, 7],
      [1, 3, 2, 4, 7],
    ];
    expect(oneFactorModel(repeated)).toEqual(reason("not-identifiable", 5));
    expect(omegaTotal(repeated)).toEqual(reason("not-identifiable", 5));
    expect(() => oneFactorModel([[1, 2], [1, 2], [1]])).toThrow(RangeError);
  });
});
