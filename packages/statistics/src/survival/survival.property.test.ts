import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatrix } from "../linear-algebra/matrix";
import { concordance } from "./concordance";
import { type CoxFit, coxRegression } from "./cox-regression";
import { cumulativeIncidence } from "./cumulative-incidence";
import { grayTest } from "./gray-test";
import { kaplanMeier } from "./kaplan-meier";
import { logRank } from "./log-rank";
import { restrictedMean } from "./restricted-mean";

interface Person {
  readonly exit: number;
  readonly cause: number;
  readonly group: number;
  readonly x: number;
}

const person: fc.Arbitrary<Person> = fc.record({
  exit: fc.integer({ min: 1, max: 15 }),
  cause: fc.integer({ min: 0, max: 2 }),
  group: fc.integer({ min: 0, max: 2 }),
  x: fc.integer({ min: -5, max: 5 }),
});
const people = fc.array(person, { maxLength: 30 });
const followUpOf = (list: readonly Person[]) => ({
  exit: list.map(({ exit }) => exit),
  event: list.map(({ cause }) => cause > 0),
});
const groupsOf = (list: readonly Person[]) => list.map(({ group }) => group);
const competingOf = (list: readonly Person[]) => ({
  exit: list.map(({ exit }) => exit),
  cause: list.map(({ cause }) => cause),
});
const coxOf = (list: readonly Person[], scale = 1, shift = 0) =>
  coxRegression({
    followUp: followUpOf(list),
    predictors: createMatrix(
      list.length,
      1,
      list.map(({ x }) => scale * x + shift),
    ),
  });

/** Every number of a result. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbers);
}

function close(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 + 1e-7 * Math.abs(b));
}

describe("survival", () => {
  it("never holds NaN or infinity", () => {
    fc.assert(
      fc.property(people, (list) => {
        const curve = kaplanMeier(followUpOf(list));
        const results: unknown[] = [
          curve,
          curve.kind === "curve" ? restrictedMean(curve, 10) : null,
          logRank(followUpOf(list), groupsOf(list), 3),
          logRank(followUpOf(list), groupsOf(list), 3, { rho: 1 }),
          cumulativeIncidence(competingOf(list), 1),
          cumulativeIncidence(competingOf(list), 2, 0.9, "aalen"),
          grayTest(competingOf(list), groupsOf(list), 3, 1),
          list.length > 0 ? coxOf(list) : null,
          concordance(
            followUpOf(list),
            list.map(({ x }) => x),
          ),
        ];
        expect(numbers(results).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("falls from 1 towards 0 inside its limits", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("plain", "log", "log-log", "logit"), (list, scale) => {
        const curve = kaplanMeier(followUpOf(list), 0.9, scale);
        let before = 1;
        for (const { survival, interval, atRisk, events } of curve.kind === "curve" ? curve.steps : []) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          expect(events).toBeLessThanOrEqual(atRisk);
          if (interval !== null) {
            expect(interval.low).toBeLessThanOrEqual(survival);
            expect(interval.high).toBeGreaterThanOrEqual(survival);
            expect(interval.low).toBeGreaterThanOrEqual(0);
            expect(interval.high).toBeLessThanOrEqual(1);
          }
          before = survival;
        }
      }),
    );
  });

  it("does not depend on the order of people", () => {
    fc.assert(
      fc.property(people, (list) => {
        const back = [...list].reverse();
        expect(kaplanMeier(followUpOf(back))).toEqual(kaplanMeier(followUpOf(list)));
        expect(cumulativeIncidence(competingOf(back), 1)).toEqual(cumulativeIncidence(competingOf(list), 1));
        expect(logRank(followUpOf(back), groupsOf(back), 3)).toEqual(logRank(followUpOf(list), groupsOf(list), 3));
      }),
    );
  });

  it("expects as many events as there are", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(0, 1), (list, rho) => {
        const test = logRank(followUpOf(list), groupsOf(list), 3, { rho });
        if (test.kind !== "test") return;
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        close(sum(test.observed), sum(test.expected));
        const exchanged = logRank(
          followUpOf(list),
          list.map(({ group }) => 2 - group),
          3,
          { rho },
        );
        if (exchanged.kind === "test") close(exchanged.statistic, test.statistic);
        const slower = { ...followUpOf(list), exit: list.map(({ exit }) => 7 * exit) };
        expect(logRank(slower, groupsOf(list), 3, { rho })).toEqual(test);
      }),
    );
  });

  it("leaves nobody over: the incidences of all causes and the survival make 1", () => {
    fc.assert(
      fc.property(people, (list) => {
        const curves = [1, 2].map((cause) => cumulativeIncidence(competingOf(list), cause));
        const survival = kaplanMeier(followUpOf(list));
        if (survival.kind !== "curve") return;
        const last = curves.map((curve) => (curve.kind === "curve" ? (curve.steps.at(-1)?.incidence ?? 0) : 0));
        close(last.reduce((sum, share) => sum + share, 0) + (survival.steps.at(-1)?.survival ?? 1), 1);
      }),
    );
  });

  it("turns the coefficient with the predictor, whatever its origin and unit", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(2, 0.01, -1, -40), (list, scale) => {
        if (list.length === 0) return;
        const [plain, changed] = [coxOf(list), coxOf(list, scale, 100)];
        expect(changed.kind).toBe(plain.kind);
        if (plain.kind !== "fit" || changed.kind !== "fit") return;
        const z = (fit: CoxFit) => (fit.coefficients[0] ?? 0) / Math.sqrt(fit.covariance.values[0] ?? 1);
        close(scale * (changed.coefficients[0] ?? 0), plain.coefficients[0] ?? 0);
        close(z(changed), Math.sign(scale) * z(plain));
        close(changed.logLikelihood.fitted, plain.logLikelihood.fitted);
        expect(plain.likelihoodRatio.statistic).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("gives the log-rank statistic as the score test of Breslow's model when no times are tied", () => {
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ exit }) => exit, maxLength: 15 }), (list) => {
        const groups = list.map(({ group }) => Math.min(1, group));
        const test = logRank(followUpOf(list), groups, 2);
        if (test.kind !== "test") return;
        const fit = coxRegression({ followUp: followUpOf(list), predictors: createMatrix(list.length, 1, groups) });
        if (fit.kind === "fit") close(fit.score.statistic, test.statistic);
      }),
    );
  });

  it("turns the concordance around with the risk", () => {
    fc.assert(
      fc.property(people, (list) => {
        const risk = list.map(({ x }) => x);
        const [forward, back] = [1, -1].map((sign) =>
          concordance(
            followUpOf(list),
            risk.map((value) => sign * value),
          ),
        );
        expect(back?.kind).toBe(forward?.kind);
        if (forward?.kind !== "concordance" || back?.kind !== "concordance") return;
        close(forward.value + back.value, 1);
      }),
    );
  });
});
