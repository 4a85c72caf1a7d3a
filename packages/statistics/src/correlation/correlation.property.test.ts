import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDescents } from "./count-descents";
import { kendall } from "./kendall";
import { partialCorrelation } from "./partial";
import { pearson } from "./pearson";
import { spearman } from "./spearman";

const half = fc.integer({ min: -20, max: 20 }).map((value) => value / 2);
const points = fc.array(fc.tuple(half, half, half), { maxLength: 12 });
const column = (rows: readonly (readonly [number, number, number])[], at: 0 | 1 | 2) => rows.map((row) => row[at]);
const correlations = [pearson, spearman, kendall] as const;

describe("correlations", () => {
  it("are the same both ways, and turn around with a sign", () => {
    for (const correlate of correlations) {
      fc.assert(
        fc.property(points, (rows) => {
          const [x, y] = [column(rows, 0), column(rows, 1)];
          const [forward, back] = [correlate(x, y), correlate(y, x)];
          const turned = correlate(
            x.map((value) => -2 * value + 1),
            y,
          );
          expect([back.kind, turned.kind]).toEqual([forward.kind, forward.kind]);
          if (forward.kind !== "estimate" || back.kind !== "estimate" || turned.kind !== "estimate") return;
          expect(back.value).toBeCloseTo(forward.value, 12);
          expect(turned.value).toBeCloseTo(-forward.value, 12);
          expect(turned.test?.pValue).toBeCloseTo(forward.test?.pValue ?? Number.NaN, 10);
          expect(forward.interval.low).toBeLessThanOrEqual(forward.value);
          expect(forward.interval.high).toBeGreaterThanOrEqual(forward.value);
          expect(Math.abs(forward.value)).toBeLessThan(1);
        }),
      );
    }
  });

  it("by ranks do not mind how values are stretched", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const [x, y] = [column(rows, 0), column(rows, 1)];
        const stretched = x.map((value) => value ** 3);
        expect(spearman(stretched, y)).toEqual(spearman(x, y));
        expect(kendall(stretched, y)).toEqual(kendall(x, y));
      }),
    );
  });

  it("given one other follow the recursion", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const [x, y, z] = [column(rows, 0), column(rows, 1), column(rows, 2)];
        const found = partialCorrelation(x, y, [z]);
        const [xy, xz, yz] = [pearson(x, y), pearson(x, z), pearson(y, z)];
        if (found.kind !== "estimate" || xy.kind !== "estimate") return;
        if (xz.kind !== "estimate" || yz.kind !== "estimate") return;
        const wanted = (xy.value - xz.value * yz.value) / Math.sqrt((1 - xz.value ** 2) * (1 - yz.value ** 2));
        expect(found.value).toBeCloseTo(wanted, 8);
      }),
    );
  });

  it("count descents as all pairs do", () => {
    fc.assert(
      fc.property(fc.array(half, { maxLength: 20 }), (values) => {
        let pairs = 0;
        values.forEach((value, index) => {
          pairs += values.slice(index + 1).filter((later) => later < value).length;
        });
        expect(countDescents(values)).toBe(pairs);
      }),
    );
  });
});
