import { describe, expect, it } from "vitest";
import { orthogonalPolynomials } from "./orthogonal-polynomials";

/** R 4.2.2: poly(c(18, 22, 25, 31, 40, 40, 57), 3), and predict() of it at 30 and 60. */
const AGES = [18, 22, 25, 31, 40, 40, 57];
const COLUMNS = [
  [
    -0.46353802696192764, -0.34223835635506789, -0.25126360339992337, -0.069314097489634047, 0.20361016137579996,
    0.20361016137579996, 0.71913376145495322,
  ],
  [
    0.48502715400270385, 0.14547454569876983, -0.057144295681103269, -0.32855039740293679, -0.40108059739090379,
    -0.40108059739090379, 0.55735418816437399,
  ],
  [
    -0.52773271430650637, 0.21223960966789857, 0.46582369324907308, 0.40806983771218452, -0.36361718955617167,
    -0.36361718955617167, 0.16883395278969357,
  ],
];
const ELSEWHERE = [
  [-0.099639015141348888, -0.29570786017503076, 0.4580319011230341],
  [0.81010851441009768, 0.87519149526527429, 1.0536888867046608],
];

function polynomialsOf(values: readonly number[], degree: number) {
  const found = orthogonalPolynomials(values, degree);
  if (found === null) throw new Error("No polynomials");
  return found;
}

describe("orthogonal polynomials", () => {
  it("are R's", () => {
    const { columns } = polynomialsOf(AGES, 3);
    expect(columns).toHaveLength(3);
    COLUMNS.forEach((column, power) => {
      column.forEach((value, row) => {
        expect(columns[power]?.[row]).toBeCloseTo(value, 12);
      });
    });
  });

  it("are R's at other values, and at the same ones", () => {
    const { at, columns } = polynomialsOf(AGES, 3);
    [30, 60].forEach((value, index) => {
      at(value).forEach((one, power) => {
        expect(one).toBeCloseTo(ELSEWHERE[index]?.[power] ?? Number.NaN, 12);
      });
    });
    at(31).forEach((one, power) => {
      expect(one).toBeCloseTo(columns[power]?.[3] ?? Number.NaN, 12);
    });
  });

  it("are orthonormal, and orthogonal to the constant, far from zero too", () => {
    const { columns } = polynomialsOf([1000001, 1000002, 1000004, 1000007, 1000011], 2);
    const [first, second] = columns;
    const product = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, one, row) => sum + one * (b[row] ?? 0), 0);
    const ones = new Float64Array(5).fill(1);
    for (const column of columns) {
      expect(product(column, column)).toBeCloseTo(1, 10);
      expect(product(column, ones)).toBeCloseTo(0, 6);
    }
    expect(product(first ?? [], second ?? [])).toBeCloseTo(0, 6);
  });

  it("need more different values than their degree", () => {
    expect(orthogonalPolynomials([1, 2, 2, 1], 2)).toBeNull();
    expect(orthogonalPolynomials([1, 2, 3, 1], 2)?.columns).toHaveLength(2);
    expect(orthogonalPolynomials([4, 4], 1)).toBeNull();
  });

  it.each<[readonly number[], number]>([
    [[1, 2, 3], 0],
    [[1, 2, 3], 1.5],
    [[1, Number.NaN, 3], 1],
  ])("refuse %j with degree %d", (values, degree) => {
    expect(() => orthogonalPolynomials(values, degree)).toThrow(RangeError);
  });
});
