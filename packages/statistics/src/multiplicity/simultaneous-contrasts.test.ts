import { describe, expect, it } from "vitest";
import { dunnettUpper } from "../distribution/dunnett";
import { tTwoSidedP } from "../distribution/student-t";
import { studentisedRangeUpper } from "../distribution/studentised-range";
import { fromRows, type Matrix } from "../linear-algebra/matrix";
import { type SimultaneousContrasts, simultaneousContrasts } from "./simultaneous-contrasts";

const diagonal = (values: readonly number[]): Matrix =>
  fromRows(values.map((value, i) => values.map((_, j) => (i === j ? value : 0))));
const pairs = (count: number): Matrix =>
  fromRows(
    Array.from({ length: count }, (_, i) => i).flatMap((i) =>
      Array.from({ length: count - i - 1 }, (_, step) => i + step + 1).map((j) =>
        Array.from({ length: count }, (_, k) => (k === i ? -1 : k === j ? 1 : 0)),
      ),
    ),
  );
const ofGroups = (sizes: readonly number[]) => diagonal(sizes.map((size) => 1 / size));
function found(...given: Parameters<typeof simultaneousContrasts>): SimultaneousContrasts {
  const result = simultaneousContrasts(...given);
  if (result === null) throw new Error("No contrasts");
  return result;
}

describe("simultaneous contrasts", () => {
  it.each([
    // R 4.2.2, mvtnorm 1.1.3: the mean of five runs of pmvt(GenzBretz(maxpts = 2e6, abseps = 1e-7)).
    ["three unequal groups", pairs(3), ofGroups([29, 26, 17]), 69, 1.8, 0.17645757],
    ["four unequal groups", pairs(4), ofGroups([5, 9, 30, 12]), 52, 2.5, 0.06860416],
    // pmvnorm(Miwa(steps = 4000)), and pmvt as above.
    [
      "correlated estimates",
      diagonal([1, 1, 1]),
      fromRows([
        [1, 0.5, 0.2],
        [0.5, 2, 0.3],
        [0.2, 0.3, 1.5],
      ]),
      Number.POSITIVE_INFINITY,
      2.1,
      0.10044085,
    ],
  ])("have mvtnorm's p value: %s", (_, contrasts, covariance, df, statistic, expected) => {
    const { upper } = found(contrasts, covariance, df);
    expect(Math.abs(upper(statistic) - expected)).toBeLessThan(3e-5);
    expect(upper(-statistic)).toBe(upper(statistic));
  });

  it("are Tukey's with groups of one size, and Dunnett's against one group", () => {
    const tukey = studentisedRangeUpper(3.2 * Math.SQRT2, 3, 21);
    expect(Math.abs(found(pairs(3), ofGroups([8, 8, 8]), 21).upper(3.2) - tukey)).toBeLessThan(2e-5);
    const against = fromRows([
      [-1, 1, 0],
      [-1, 0, 1],
    ]);
    const loadings = [5, 12].map((size) => Math.sqrt(size / (size + 8)));
    const dunnett = dunnettUpper(2.2, loadings, 22);
    expect(Math.abs(found(against, ofGroups([8, 5, 12]), 22).upper(2.2) - dunnett)).toBeLessThan(2e-5);
  });

  it("are Student's where there is one, and where all are the same", () => {
    const one = found(fromRows([[0, 2]]), diagonal([3, 4]), 9);
    expect(one.standardErrors[0]).toBeCloseTo(4, 12);
    expect(Math.abs(one.upper(2.5) - tTwoSidedP(2.5, 9))).toBeLessThan(2e-5);
    const same = fromRows([
      [0, 1],
      [0, -3],
    ]);
    expect(Math.abs(found(same, diagonal([3, 4]), 9).upper(2.5) - tTwoSidedP(2.5, 9))).toBeLessThan(2e-5);
  });

  it("find the value that the largest statistic stays below", () => {
    const contrasts = found(pairs(3), ofGroups([29, 26, 17]), 69);
    const critical = contrasts.critical(0.9);
    expect(contrasts.upper(critical)).toBeCloseTo(0.1, 5);
    expect(contrasts.upper(0)).toBe(1);
  });

  it("need a variance", () => {
    expect(simultaneousContrasts(fromRows([[0, 0]]), diagonal([1, 1]), 5)).toBeNull();
    expect(simultaneousContrasts(fromRows([[1, 0]]), diagonal([0, 1]), 5)).toBeNull();
  });
});
