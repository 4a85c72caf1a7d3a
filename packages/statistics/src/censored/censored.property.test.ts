import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { censoredMean } from "./censored-mean";
import { censoredNormal } from "./censored-normal";
import type { CensoredValue } from "./censored-value";

const number = fc.double({ min: -6, max: 6, noNaN: true }).map((value) => Math.round(value * 100) / 100);
const value: fc.Arbitrary<CensoredValue> = fc.oneof(
  number.map((one): CensoredValue => ({ kind: "exact", value: one })),
  number.map((one): CensoredValue => ({ kind: "below", limit: one })),
  number.map((one): CensoredValue => ({ kind: "above", limit: one })),
  fc
    .tuple(number, fc.double({ min: 0.1, max: 4, noNaN: true }))
    .map(([low, width]): CensoredValue => ({ kind: "between", low, high: low + width })),
);
const values = fc.array(value, { maxLength: 25 });

/** The value on another scale; a negative factor turns it around. */
function moved(one: CensoredValue, factor: number, shift: number): CensoredValue {
  const move = (x: number) => factor * x + shift;
  switch (one.kind) {
    case "exact":
      return { kind: "exact", value: move(one.value) };
    case "below":
    case "above":
      return { kind: factor > 0 === (one.kind === "below") ? "below" : "above", limit: move(one.limit) };
    case "between":
      return {
        kind: "between",
        low: move(factor > 0 ? one.low : one.high),
        high: move(factor > 0 ? one.high : one.low),
      };
  }
}

function close(a: number, b: number, tolerance = 1e-6): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(b)));
}

describe("censored values", () => {
  it("have the derivatives of their likelihood", () => {
    fc.assert(
      fc.property(
        value,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (one, mean, log) => {
          const at = (m: number, s: number) => censoredNormal(one, m, Math.exp(s));
          const here = at(mean, log);
          const step = 1e-4;
          const slope = (f: (by: number) => number) =>
            (8 * (f(step) - f(-step)) - (f(2 * step) - f(-2 * step))) / (12 * step);
          close(
            here.mean,
            slope((by) => at(mean + by, log).value),
          );
          close(
            here.logSigma,
            slope((by) => at(mean, log + by).value),
          );
          close(
            here.meanMean,
            slope((by) => at(mean + by, log).mean),
          );
          close(
            here.meanLogSigma,
            slope((by) => at(mean + by, log).logSigma),
          );
          close(
            here.meanLogSigma,
            slope((by) => at(mean, log + by).mean),
          );
          close(
            here.logSigmaLogSigma,
            slope((by) => at(mean, log + by).logSigma),
          );
        },
      ),
    );
  });

  it("keep their likelihood far out, where probabilities underflow", () => {
    for (const sign of [1, -1]) {
      const far: CensoredValue = { kind: sign > 0 ? "below" : "above", limit: -60 * sign };
      const part = censoredNormal(far, 0, 1);
      // R: pnorm(-60, log.p = TRUE).
      expect(part.value).toBeCloseTo(-1805.01356068, 6);
      expect(part.mean * sign).toBeCloseTo(-60.01664, 3);
      const between: CensoredValue = { kind: "between", low: sign > 0 ? -60 : 59, high: sign > 0 ? -59 : 60 };
      // R: pnorm(-59, log.p = TRUE) + log1p(-exp(pnorm(-60, log.p = TRUE) - pnorm(-59, log.p = TRUE))).
      expect(censoredNormal(between, 0, 1).value).toBeCloseTo(-1745.49676304, 6);
    }
  });

  it("move, stretch and turn their mean with them", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1, 3, -1, -0.5), fc.constantFrom(0, 5), (list, factor, shift) => {
        const plain = censoredMean(list);
        const changed = censoredMean(list.map((one) => moved(one, factor, shift)));
        if (plain.kind !== "censored-mean" || changed.kind !== "censored-mean") return;
        close(changed.mean.value, factor * plain.mean.value + shift, 1e-5);
        close(changed.mean.standardError, Math.abs(factor) * plain.mean.standardError, 1e-5);
        close(changed.sigma, Math.abs(factor) * plain.sigma, 1e-5);
        close(changed.logSigmaStandardError, plain.logSigmaStandardError, 1e-5);
      }),
    );
  });

  it("give a mean inside its interval, or a reason", () => {
    fc.assert(
      fc.property(values, (list) => {
        const result = censoredMean(list);
        if (result.kind === "insufficient-data") {
          expect(result.had).toBeLessThanOrEqual(list.length);
          return;
        }
        const { value: mean, interval, standardError } = result.mean;
        expect(interval.low).toBeLessThan(mean);
        expect(interval.high).toBeGreaterThan(mean);
        expect(
          [standardError, result.sigma, result.logLikelihood, result.logSigmaStandardError].every(Number.isFinite),
        ).toBe(true);
        const back = censoredMean([...list].reverse());
        if (back.kind === "censored-mean") close(back.mean.value, mean);
      }),
      { numRuns: 300 },
    );
  });
});
