import { describe, expect, it } from "vitest";
import type { Matrix } from "../linear-algebra/matrix";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { binomial } from "./families";
import { generalisedLinearModel } from "./generalised-linear-model";
import { proportionalOddsModel } from "./proportional-odds";
import fixtures from "./regression.fixtures.json";

const { arthritis } = fixtures;
function expectClose(
  found: number | null | undefined,
  wanted: number | undefined,
  what: string,
  tolerance = 1e-8,
): void {
  expect(Math.abs((found ?? Number.NaN) - (wanted ?? Number.NaN)), what).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(wanted ?? 0)),
  );
}
const numeric = (values: readonly number[]): Variable => ({ kind: "numeric", values });
const errorsOf = ({ rows, values }: Matrix) =>
  Array.from({ length: rows }, (_, i) => Math.sqrt(values[i * rows + i] ?? 0));

describe("proportionalOddsModel", () => {
  const data = new Map<string, Variable>([
    ["Treatment", { kind: "factor", ...arthritis.treatment }],
    ["Sex", { kind: "factor", ...arthritis.sex }],
    ["Age", numeric(arthritis.age)],
  ]);
  const design = modelMatrix(data, [["Treatment"], ["Sex"], ["Age"]]);

  it("is R's for the arthritis trial", () => {
    const model = proportionalOddsModel(design, arthritis.improved);
    if (model.kind !== "proportional-odds-model") throw new Error(model.reason);
    expect(model.names).toEqual(["TreatmentTreated", "SexMale", "Age", "0|1", "1|2"]);
    const wanted = arthritis.polr;
    // polr() stops early, and differentiates by numbers.
    for (const [i, value] of wanted.coefficients.entries())
      expectClose(model.coefficients[i], value, "coefficient", 1e-4);
    for (const [i, error] of wanted.errors.entries()) expectClose(errorsOf(model.covariance)[i], error, "error", 1e-3);
    expectClose(model.logLikelihood, wanted.logLik, "log-likelihood", 1e-8);
    expectClose(model.aic, wanted.aic, "AIC", 1e-8);
    expect(model.predictors).toBe(3);
    expect(model.deviance).toBe(-2 * model.logLikelihood);
  });

  it("is the logistic model of the upper category when there are two", () => {
    const upper = arthritis.improved.map((level) => (level > 0 ? 1 : 0));
    const model = proportionalOddsModel(design, upper);
    if (model.kind !== "proportional-odds-model") throw new Error(model.reason);
    const logistic = generalisedLinearModel(design, upper, binomial());
    if (logistic.kind !== "generalised-linear-model") throw new Error(logistic.reason);
    expectClose(model.coefficients[3], -(logistic.coefficients[0] ?? 0), "threshold");
    for (const i of [0, 1, 2]) {
      expectClose(model.coefficients[i], logistic.coefficients[i + 1], "coefficient");
      expectClose(errorsOf(model.covariance)[i], errorsOf(logistic.covariance)[i + 1], "error");
    }
    expectClose(model.logLikelihood, logistic.logLikelihood ?? 0, "log-likelihood");
  });

  it("turns around with the order of the categories", () => {
    const forward = proportionalOddsModel(design, arthritis.improved);
    const backward = proportionalOddsModel(
      design,
      arthritis.improved.map((level) => 2 - level),
    );
    if (forward.kind !== "proportional-odds-model" || backward.kind !== forward.kind) throw new Error("no model");
    for (const i of [0, 1, 2]) expectClose(backward.coefficients[i], -(forward.coefficients[i] ?? 0), "coefficient");
    expectClose(backward.coefficients[3], -(forward.coefficients[4] ?? 0), "threshold");
  });

  it("says why there is no model", () => {
    const line = modelMatrix(new Map([["x", numeric([1, 2, 3, 4, 5, 6])]]), [["x"]]);
    expect(proportionalOddsModel(line, [0, 0, 0, 0, 0, 0])).toMatchObject({ reason: "no-events" });
    expect(proportionalOddsModel(line, [0, 0, 2, 2, 0, 2])).toMatchObject({ reason: "no-events" });
    expect(proportionalOddsModel(line, [0, 0, 1, 1, 2, 2])).toMatchObject({ reason: "not-identifiable", had: 6 });
    const three = modelMatrix(new Map([["x", numeric([1, 2, 3])]]), [["x"]]);
    expect(proportionalOddsModel(three, [0, 1, 2])).toEqual({
      kind: "insufficient-data",
      reason: "too-few",
      needed: 4,
      had: 3,
    });
    expect(() => proportionalOddsModel(line, [0, 1])).toThrow(RangeError);
    expect(() => proportionalOddsModel(line, [0, 1, 0, 1, 0.5, 1])).toThrow(RangeError);
    expect(() => proportionalOddsModel(line, [0, 1, 0, 1, -1, 1])).toThrow(RangeError);
  });
});
