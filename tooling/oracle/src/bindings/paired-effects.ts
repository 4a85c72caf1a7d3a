import { momentsFromPairs, pairedChange } from "@alongside/statistics/paired/paired-change";
import { pairedEffectSizes } from "@alongside/statistics/paired/paired-effect-sizes";
import { DialectError } from "../dialect/failure";
import { list } from "../dialect/make";
import { type Bindings, bind } from "../dialect/values";
import { ends, figureOf, numericColumn } from "./figures";

export const PAIRED_EFFECTS: Bindings = {
  /** peff(d, pre, post): the standardised mean changes of two columns. */
  peff: bind("d pre post", (args) => {
    const frame = args.frame("d");
    const pre = numericColumn(frame, args.text("pre"));
    const post = numericColumn(frame, args.text("post"));
    const sizes = pairedEffectSizes(momentsFromPairs(pre, post));
    if (sizes.kind !== "effect-sizes") throw new DialectError(`No effect sizes: ${sizes.reason}`);
    const { degreesOfFreedom: df, correction: j, dZInterval, dAvRmsInterval, dPreInterval } = sizes;
    return list({
      n: sizes.n,
      df,
      J_exact: j,
      J_approx: 1 - 3 / (4 * df - 1),
      d_z: sizes.dZ,
      d_av_rms: sizes.dAvRms,
      d_av_mean: sizes.dAvMean,
      d_rm: sizes.dRm,
      d_pre: sizes.dPre,
      g_z: j * sizes.dZ,
      g_av_rms: j * sizes.dAvRms,
      g_av_mean: j * sizes.dAvMean,
      g_rm: j * sizes.dRm,
      g_pre: figureOf(pairedChange(pre, post).standardised),
      d_z_ci95_noncentral_t: ends([dZInterval.low, dZInterval.high]),
      g_z_ci95: ends([j * dZInterval.low, j * dZInterval.high]),
      d_av_rms_se_bonett: sizes.dAvRmsStandardError,
      d_av_rms_ci95_bonett: ends([dAvRmsInterval.low, dAvRmsInterval.high]),
      d_pre_se_bonett: sizes.dPreStandardError,
      d_pre_ci95_bonett: ends([dPreInterval.low, dPreInterval.high]),
      metafor_SMCC: list({ yi: j * sizes.dZ, vi: sizes.gZVariance }),
      metafor_SMCR_pre_sd: list({ yi: j * sizes.dPre, vi: sizes.gPreVariance }),
      cles_dz: sizes.probabilityOfIncrease,
    });
  }),
};
