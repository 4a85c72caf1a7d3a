import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indirectEffectByDelta, maximumLikelihoodEffects } from "./indirect-effect-errors";
import { type MediationData, mediationModel } from "./mediation-model";
import { naturalEffects } from "./natural-effects";
import { confoundingSensitivity } from "./unmeasured-confounding";

const number = fc.integer({ min: -20, max: 20 }).map((value) => value / 2);
const person = fc.tuple(number, number, number, number);
const people = fc.array(person, { minLength: 8, maxLength: 25 });
const factor = fc.constantFrom(-3, -0.5, 2, 10);

function dataOf(rows: readonly (readonly [number, number, number, number])[]): MediationData {
  return {
    exposure: rows.map(([x]) => x),
    mediators: [rows.map(([, m]) => m)],
    outcome: rows.map(([, , y]) => y),
    covariates: [rows.map(([, , , c]) => c)],
  };
}

function modelOf(data: MediationData) {
  const model = mediationModel(data);
  const path = model.kind === "mediation" ? model.paths[0] : undefined;
  return model.kind === "mediation" && path !== undefined ? { model, path } : null;
}

const near = (got: number, want: number, size = 1) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-7 * Math.max(size, Math.abs(want)));

/** Whether the residuals are large enough that their ratios are no rounding error. */
function wellDetermined({ model, path }: NonNullable<ReturnType<typeof modelOf>>): boolean {
  return path.a.standardError > 1e-3 && path.b.standardError > 1e-3 && model.direct.standardError < 1e3;
}

describe("a mediation model", () => {
  it("has effects that add up, and standard errors in their order", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const found = modelOf(dataOf(rows));
        fc.pre(found !== null && wellDetermined(found));
        if (found === null) return;
        const { model, path } = found;
        near(model.direct.value + model.indirect, model.total.value);
        const [first, second] = [
          indirectEffectByDelta(model, path, "first-order"),
          indirectEffectByDelta(model, path, "second-order"),
        ];
        const { indirect } = maximumLikelihoodEffects(model);
        if (first.kind !== "estimate" || second.kind !== "estimate" || indirect.kind !== "estimate") return;
        expect(second.standardError).toBeGreaterThanOrEqual(first.standardError);
        expect(indirect.standardError).toBeLessThan(first.standardError);
        expect(first.interval.low).toBeLessThan(first.value);
        expect(first.interval.high).toBeGreaterThan(first.value);
      }),
    );
  });

  it("moves with the units, and does not care about shifts, order and the units of the mediator", () => {
    fc.assert(
      fc.property(people, factor, factor, factor, number, (rows, unitX, unitM, unitY, shift) => {
        const moved = rows.map(
          ([x, m, y, c]) => [x * unitX + shift, m * unitM - shift, y * unitY + shift, c + shift] as const,
        );
        const [plain, other] = [
          modelOf(dataOf(rows)),
          modelOf(dataOf([...moved].reverse().map(([x, m, y, c]) => [x, m, y, c]))),
        ];
        fc.pre(plain !== null && other !== null && wellDetermined(plain));
        if (plain === null || other === null) return;
        near((other.model.indirect * unitX) / unitY, plain.model.indirect);
        near((other.model.direct.value * unitX) / unitY, plain.model.direct.value);
        near(other.path.a.standardError * Math.abs(unitX / unitM), plain.path.a.standardError);
        const [left, right] = [confoundingSensitivity(plain.model), confoundingSensitivity(other.model)];
        if (left.kind !== "confounding-sensitivity" || right.kind !== "confounding-sensitivity") return;
        near(right.correlation, left.correlation * Math.sign(unitM * unitY));
        expect(Math.abs(left.correlation)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("has natural effects that add up in both ways, and go back", () => {
    fc.assert(
      fc.property(people, number, number, (rows, from, to) => {
        const data = dataOf(rows);
        const [there, back] = [naturalEffects(data, from, to), naturalEffects(data, to, from)];
        if (there.kind !== "natural-effects" || back.kind !== "natural-effects") {
          expect(back.kind).toBe(there.kind);
          return;
        }
        const size = Math.max(
          ...Object.values(there).map((value) => (typeof value === "number" ? Math.abs(value) : 0)),
        );
        near(there.pureDirect + there.totalIndirect, there.total, size);
        near(there.totalDirect + there.pureIndirect, there.total, size);
        near(back.total, -there.total, size);
        near(back.pureDirect, -there.totalDirect, size);
      }),
    );
  });
});
