import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import { describe, expect, it } from "vitest";
import { longRows } from "./long-rows";

const NONE = { kind: "insufficient-data", reason: "not-identifiable", needed: 9, had: 9 } as const;
const within = (low: number, high: number) => ({
  kind: "bootstrap-interval" as const,
  interval: { low, high, level: 0.95 },
  shares: { low: 0.025, high: 0.025 },
  monteCarloError: { low: 0, high: 0 },
});
const SUMMARY = {
  ...({ kind: "bootstrap", estimate: -2, mean: -2, bias: 0, standardError: 1, resamples: 10, failed: 0 } as const),
  monteCarloError: { standardError: 0, mean: 0 },
  percentile: within(-4, 0),
  basic: within(-4, 0),
  normal: { low: -4, high: 0, level: 0.95 },
};
const CORRECTION = { bias: 0, acceleration: 0 };

function strip(change: LongStrip["bootstrap"]["change"]): LongStrip {
  return { bootstrap: { n: 9, resamples: 10, seed: [1], change, standardised: NONE }, imputation: null };
}

describe("longRows", () => {
  it("take the accelerated interval, else the bias-corrected, else the percentiles", () => {
    const biasCorrected = { ...within(-3.8, -0.2), correction: CORRECTION };
    const accelerated = { ...within(-3.6, -0.4), correction: CORRECTION };
    const lowOf = (change: LongStrip["bootstrap"]["change"]) => {
      const found = longRows(strip(change))[0]?.estimate;
      return found?.kind === "estimate" ? [found.interval.low, found.method] : null;
    };
    expect(lowOf({ ...SUMMARY, biasCorrected, accelerated })).toEqual([-3.6, "bootstrap-bca"]);
    expect(lowOf({ ...SUMMARY, biasCorrected, accelerated: NONE })).toEqual([-3.8, "bootstrap-bca"]);
    expect(lowOf({ ...SUMMARY, biasCorrected: NONE, accelerated: NONE })).toEqual([-4, "bootstrap-percentile"]);
  });

  it("say why there is no interval, and leave out what nobody needs", () => {
    expect(longRows(strip(NONE))).toEqual([{ id: "bootstrap", estimate: NONE }]);
  });
});
