import { describe, expect, it } from "vitest";
import { fromRows } from "./matrix";
import fixtures from "./nist-strd.fixtures.json";
import { qrDecompose } from "./qr";
import { entry, norm } from "./vector";

/** Correct digits that a double can carry through each problem; Filip's columns are all but alike. */
const DIGITS: Readonly<Record<string, number>> = {
  Norris: 11,
  Pontius: 11,
  NoInt1: 14,
  NoInt2: 14,
  Filip: 7,
  Longley: 10,
  Wampler1: 9,
  Wampler2: 12,
  Wampler3: 9,
  Wampler4: 7,
  Wampler5: 5,
};

function digits(actual: number, exact: number): number {
  if (actual === exact) return 16;
  return -Math.log10(exact === 0 ? Math.abs(actual) : Math.abs(actual - exact) / Math.abs(exact));
}

describe("NIST's reference datasets for linear regression", () => {
  it.each(fixtures.sets)("$name", (set) => {
    const rows = set.columns ?? (set.x ?? []).map((x) => Array.from({ length: set.degree + 1 }, (_, k) => x ** k));
    const qr = qrDecompose(fromRows(rows), 1e-15);
    expect(qr.rank).toBe(set.coefficients.length);
    const wanted = DIGITS[set.name] ?? 99;
    const coefficients = qr.solve(set.y);
    set.coefficients.forEach((exact, index) => {
      expect(digits(entry(coefficients, index), exact), `coefficient ${index}`).toBeGreaterThan(wanted);
    });
    if (set.residualDeviation === 0) return;
    const deviation = norm(qr.residuals(set.y)) / Math.sqrt(set.y.length - qr.rank);
    expect(digits(deviation, set.residualDeviation), "residual deviation").toBeGreaterThan(Math.min(wanted, 11));
    const covariance = qr.unscaledCovariance();
    set.standardErrors.forEach((exact, index) => {
      const standardError = deviation * Math.sqrt(entry(covariance.values, index * (qr.rank + 1)));
      expect(digits(standardError, exact), `standard error ${index}`).toBeGreaterThan(wanted);
    });
  });

  it("keeps all eleven of Filip's columns where the rule for repeated predictors is strict enough", () => {
    const filip = fixtures.sets.find((set) => set.name === "Filip");
    const rows = (filip?.x ?? []).map((x) => Array.from({ length: 11 }, (_, k) => x ** k));
    expect(qrDecompose(fromRows(rows)).rank).toBe(11);
    // As R's lm does with its default tolerance.
    expect(qrDecompose(fromRows(rows), 1e-7).rank).toBe(10);
  });
});
