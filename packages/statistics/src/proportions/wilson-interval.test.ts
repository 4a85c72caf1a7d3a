import { describe, expect, it } from "vitest";
import { wilsonCorrectedInterval, wilsonInterval } from "./wilson-interval";

describe("wilsonInterval", () => {
  it("gives the limits of R's prop.test without correction", () => {
    const { low, high, level } = wilsonInterval(45, 60);
    expect(low).toBeCloseTo(0.62767929922952181, 12);
    expect(high).toBeCloseTo(0.8422347746994332, 12);
    expect(level).toBe(0.95);
    const wide = wilsonInterval(3, 11, 0.99);
    expect(wide.low).toBeCloseTo(0.071988962282381816, 12);
    expect(wide.high).toBeCloseTo(0.6444822984728156, 12);
    expect(wide.level).toBe(0.99);
  });

  it("starts at 0 for nobody and ends at 1 for everybody", () => {
    const none = wilsonInterval(0, 20);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(0.1611251580528193, 12);
    const all = wilsonInterval(20, 20);
    expect(all.high).toBe(1);
    expect(all.low).toBeCloseTo(0.83887484194718065, 12);
  });

  it("knows nothing without people", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1, level: 0.95 });
  });

  it("refuses what is not a count out of a count", () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0.5, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(0, -1)).toThrow(RangeError);
    expect(() => wilsonInterval(0, 1.5)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, Number.NaN)).toThrow(RangeError);
  });
});

describe("wilsonCorrectedInterval", () => {
  it("gives the limits of R's prop.test", () => {
    const { low, high } = wilsonCorrectedInterval(45, 60);
    expect(low).toBeCloseTo(0.61877285911432178, 12);
    expect(high).toBeCloseTo(0.84894427647677473, 12);
  });

  it("stays within 0 and 1", () => {
    expect(wilsonCorrectedInterval(0, 5).low).toBe(0);
    expect(wilsonCorrectedInterval(5, 5).high).toBe(1);
  });
});
