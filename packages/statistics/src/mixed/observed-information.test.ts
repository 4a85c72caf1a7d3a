import { describe, expect, it } from "vitest";
import type { EstimateValue } from "../estimate";
import { createMatrix } from "../linear-algebra/matrix";
import { type ObservedCoefficients, observedInformationContrast } from "./observed-information";
import fixtures from "./observed-information.fixtures.json";
import { repeatedMeasuresModel } from "./repeated-measures-model";
import { satterthwaiteContrast } from "./satterthwaite";

interface Scores {
  readonly person: readonly number[];
  readonly visit: readonly number[];
  readonly score: readonly number[];
}

/** Means at each visit as changes from the first, errors of one person correlated freely. */
function modelOf({ person, visit, score }: Scores): ObservedCoefficients {
  const visits = Math.max(...visit) + 1;
  const x = createMatrix(score.length, visits);
  visit.forEach((at, row) => {
    x.values[row * visits] = 1;
    x.values[row * visits + at] = 1;
  });
  const [people, places] = [Int32Array.from(person), Int32Array.from(visit)];
  const design = { y: Float64Array.from(score), x, people, visits: places, visitCount: visits };
  const model = repeatedMeasuresModel(design, "unstructured");
  if (model.kind !== "repeated-measures-model") throw new Error(model.reason);
  return model;
}

function given(estimate: ReturnType<typeof observedInformationContrast>): EstimateValue {
  if (estimate.kind !== "estimate") throw new Error(estimate.kind);
  return estimate;
}

const unit = (length: number, at: number) => Array.from({ length }, (_, index) => Number(index === at));

describe("errors by the observed information", () => {
  it.each(fixtures.arms)("are those of R where people dropped out: $arm", (arm) => {
    const model = modelOf(arm);
    arm.values.forEach((value, at) => {
      const weights = unit(arm.values.length, at);
      const [observed, known] = [
        given(observedInformationContrast(model, weights)),
        satterthwaiteContrast(model, weights),
      ];
      expect(Math.abs(observed.value / value - 1)).toBeLessThan(fixtures.tolerance);
      expect(Math.abs(observed.standardError / (arm.observed_errors[at] ?? 0) - 1)).toBeLessThan(fixtures.tolerance);
      expect(Math.abs(given(known).standardError / (arm.expected_errors[at] ?? 0) - 1)).toBeLessThan(
        fixtures.tolerance,
      );
      expect(observed.degreesOfFreedom).toBe(given(known).degreesOfFreedom);
    });
  });

  it("make the interval and the test wider by as much", () => {
    const [arm] = fixtures.arms;
    const model = modelOf(arm ?? { person: [], visit: [], score: [] });
    const weights = unit(5, 4);
    const [observed, known] = [
      given(observedInformationContrast(model, weights, 0.9)),
      given(satterthwaiteContrast(model, weights, 0.9)),
    ];
    const wider = observed.standardError / known.standardError;
    expect(wider).toBeGreaterThan(1.002);
    const half = ({ interval }: EstimateValue) => (interval.high - interval.low) / 2;
    expect(half(observed) / half(known)).toBeCloseTo(wider, 10);
    expect((known.test?.statistic ?? 0) / (observed.test?.statistic ?? 0)).toBeCloseTo(wider, 10);
    expect(observed).toMatchObject({ method: "observed-information", interval: { level: 0.9 }, n: known.n });
  });

  it("are those at a known covariance where nobody missed a visit", () => {
    const score = fixtures.arms.flatMap(({ score: scores }) => scores).slice(0, 60);
    const rows = score.map((value, row) => ({ person: Math.floor(row / 3), visit: row % 3, value }));
    const model = modelOf({ person: rows.map((r) => r.person), visit: rows.map((r) => r.visit), score });
    const weights = unit(3, 2);
    const [observed, known] = [
      given(observedInformationContrast(model, weights)),
      given(satterthwaiteContrast(model, weights)),
    ];
    expect(observed.standardError / known.standardError).toBeCloseTo(1, 9);
  });

  it("have no figure where the contrast has no variance, and refuse weights that do not fit", () => {
    const model = modelOf(fixtures.arms[0] ?? { person: [], visit: [], score: [] });
    expect(observedInformationContrast(model, unit(5, 9))).toMatchObject({ reason: "no-spread" });
    expect(() => observedInformationContrast(model, [1])).toThrow(RangeError);
  });
});
