import { describe, expect, it } from "vitest";
import { type Cluster, momentCorrelation, whiteningOf } from "./working-correlation";

const cluster = (first: number, occasions: readonly number[]): Cluster => ({
  rows: occasions.map((_, place) => first + place),
  occasions,
});
const pair = cluster(0, [0, 1]);
const three = cluster(2, [0, 1, 2]);

describe("momentCorrelation", () => {
  it("finds the power that brings products at all distances together, from any start", () => {
    // At distance 1 the products are 0.6 and 0.6, at distance 2 they are 0.36: powers of 0.6.
    for (const start of [0.1, 0.5, 0.9]) {
      const found = momentCorrelation("ar1", [cluster(0, [0, 1, 2])], [0.6, 1, 0.6], [start]) ?? [];
      expect(found).toHaveLength(1);
      expect(found[0]).toBeCloseTo(0.6, 12);
    }
  });

  it("is the mean product for each pair of occasions, listed by the second", () => {
    const found = momentCorrelation("unstructured", [pair, three], [0.5, 1, 0.2, 0.4, -1], []) ?? [];
    const wanted = [(0.5 * 1 + 0.2 * 0.4) / 2, 0.2 * -1, 0.4 * -1];
    expect(found).toHaveLength(3);
    for (const [index, value] of wanted.entries()) expect(found[index]).toBeCloseTo(value, 12);
  });

  it("is none where nobody is seen twice", () => {
    const alone = [cluster(0, [0]), cluster(1, [0])];
    expect(momentCorrelation("independence", alone, [1, -1], [])).toEqual([]);
    expect(momentCorrelation("exchangeable", alone, [1, -1], [])).toBeNull();
    expect(momentCorrelation("ar1", alone, [1, -1], [])).toBeNull();
    expect(momentCorrelation("unstructured", alone, [1, -1], [])).toBeNull();
  });
});

describe("whiteningOf", () => {
  it("is there inside the range of a correlation and not at its ends, which hang on the largest cluster", () => {
    const exchangeable = (alpha: number, clusters: readonly Cluster[]) =>
      whiteningOf("exchangeable", [alpha], clusters);
    expect(exchangeable(-1, [pair])).toBeNull();
    expect(exchangeable(-0.999, [pair])).not.toBeNull();
    expect(exchangeable(-0.5, [pair, three])).toBeNull();
    expect(exchangeable(-0.499, [pair, three])).not.toBeNull();
    expect(exchangeable(0.999, [pair, three])).not.toBeNull();
    expect(exchangeable(1, [pair, three])).toBeNull();
    for (const end of [-1, 1]) expect(whiteningOf("ar1", [end], [pair])).toBeNull();
    for (const inside of [-0.999, 0.999]) expect(whiteningOf("ar1", [inside], [pair])).not.toBeNull();
  });

  it("needs a correlation matrix for every cluster", () => {
    // Two that resemble a third closely cannot be opposites of each other.
    const impossible = [0.9, 0.9, -0.9];
    expect(whiteningOf("unstructured", impossible, [pair])).not.toBeNull();
    expect(whiteningOf("unstructured", impossible, [pair, three])).toBeNull();
  });

  it("leaves independent values as they are", () => {
    const values = Float64Array.of(3, -1, 2);
    expect(whiteningOf("independence", [], [three])?.(values, three)).toBe(values);
  });

  it.each([
    ["exchangeable", [0.4], [0.4, 0.4, 0.4]],
    ["ar1", [0.4], [0.4, 0.16, 0.4]],
    ["unstructured", [0.4, 0.1, -0.2], [0.4, 0.1, -0.2]],
  ] as const)(
    "multiplies with a root of the inverse correlation, %s",
    (structure, parameters, [first, second, third]) => {
      const whiten = whiteningOf(structure, parameters, [three]);
      const correlation = [
        [1, first, second],
        [first, 1, third],
        [second, third, 1],
      ];
      // W'W is the inverse of R, so that W R x has the squared length x'R x.
      for (const x of [
        [1, 0, 0],
        [0, 1, 0],
        [1, -2, 3],
      ]) {
        const product = Float64Array.from(correlation, (row) =>
          row.reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0),
        );
        const white = whiten?.(product, three) ?? new Float64Array();
        const squared = white.reduce((sum, value) => sum + value ** 2, 0);
        expect(squared).toBeCloseTo(
          product.reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0),
          12,
        );
      }
    },
  );
});
