import { describe, expect, it } from "vitest";
import { momentsFromSums } from "./paired-change-from-sums";
import { pairedEffectSizes } from "./paired-effect-sizes";
import fixtures from "./paired-effect-sizes.fixtures.json";
import { sumsOfPairs } from "./sums-of-pairs";

/** All figures under the names of the reference script. */
function underScriptNames(pre: readonly number[], post: readonly number[]): Record<string, unknown> {
  const sizes = pairedEffectSizes(momentsFromSums(sumsOfPairs(pre, post)));
  if (sizes.kind !== "effect-sizes") return { ...sizes };
  const j = sizes.correction;
  return {
    n: sizes.n,
    df: sizes.degreesOfFreedom,
    J_exact: j,
    d_z: sizes.dZ,
    d_av_rms: sizes.dAvRms,
    d_av_mean: sizes.dAvMean,
    d_rm: sizes.dRm,
    d_pre: sizes.dPre,
    g_z: j * sizes.dZ,
    g_av_rms: j * sizes.dAvRms,
    g_av_mean: j * sizes.dAvMean,
    g_rm: j * sizes.dRm,
    g_pre: j * sizes.dPre,
    d_z_ci95_noncentral_t: [sizes.dZInterval.low, sizes.dZInterval.high],
    d_z_ci95: [sizes.dZInterval.low, sizes.dZInterval.high],
    g_z_ci95: [j * sizes.dZInterval.low, j * sizes.dZInterval.high],
    d_av_rms_se_bonett: sizes.dAvRmsStandardError,
    d_av_rms_ci95_bonett: [sizes.dAvRmsInterval.low, sizes.dAvRmsInterval.high],
    d_pre_se_bonett: sizes.dPreStandardError,
    d_pre_ci95_bonett: [sizes.dPreInterval.low, sizes.dPreInterval.high],
    metafor_SMCC: [j * sizes.dZ, sizes.gZVariance],
    metafor_SMCR_pre_sd: [j * sizes.dPre, sizes.gPreVariance],
    cles_dz: sizes.probabilityOfIncrease,
  };
}

const figures = (value: unknown): number[] =>
  typeof value === "number" ? [value] : Object.values(value as Record<string, number>);

describe("pairedEffectSizes", () => {
  it.each(fixtures.cases)("gives R's figures for $name", ({ pre, post, expected, tolerance }) => {
    const actual = underScriptNames(pre, post);
    for (const [name, wanted] of Object.entries(expected)) {
      const found = figures(actual[name] ?? Number.NaN);
      expect(found, name).toHaveLength(figures(wanted).length);
      figures(wanted).forEach((want, index) => {
        const allowed = tolerance.absolute + tolerance.relative * Math.abs(want);
        expect(Math.abs((found[index] ?? Number.NaN) - want), name).toBeLessThanOrEqual(allowed);
      });
    }
  });

  it("says what is missing", () => {
    const of = (pre: readonly number[], post: readonly number[]) =>
      pairedEffectSizes(momentsFromSums(sumsOfPairs(pre, post)));
    expect(of([1, 2], [2, 4])).toEqual({ kind: "insufficient-data", reason: "too-few", needed: 3, had: 2 });
    expect(of([1, 2, 3], [2, 3, 4])).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
    expect(of([1, 1, 1], [2, 3, 5])).toEqual({ kind: "insufficient-data", reason: "no-spread", needed: 3, had: 3 });
  });
});
