import { expect } from "vitest";

/** How far a figure may be from its reference: either bound suffices. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Closed formulas: twelve digits, less what cancellation may cost. */
export const CLOSED_FORM: Tolerance = { relative: 1e-10, absolute: 1e-13 };

/** Asserts that every number of `expected` stands in `actual` at the same place, within the tolerance. */
export function expectWithin(actual: unknown, expected: unknown, name: string, tolerance: Tolerance): void {
  if (typeof expected === "number") {
    const found = typeof actual === "number" ? actual : Number.NaN;
    const allowed = Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected));
    const message = `${name}: ${String(actual)} instead of ${expected}`;
    expect(Math.abs(found - expected), message).toBeLessThanOrEqual(allowed);
    return;
  }
  if (expected === null || typeof expected !== "object") {
    expect(actual, name).toEqual(expected);
    return;
  }
  expect(actual !== null && typeof actual === "object", name).toBe(true);
  const found = new Map(Object.entries(actual ?? {}));
  for (const [key, part] of Object.entries(expected)) {
    if (!found.has(key)) expect.fail(`${name}.${key} is absent`);
    expectWithin(found.get(key), part, `${name}.${key}`, tolerance);
  }
  if (Array.isArray(expected)) expect(found.size, name).toBe(expected.length);
}
