import { clinicalCutOffs } from "@alongside/statistics/reliable-change/clinical-cut-offs";
import { reliableChangeCounts } from "@alongside/statistics/reliable-change/reliable-change";
import { reliableChangeIndex, reliableChangeScale } from "@alongside/statistics/reliable-change/reliable-change-index";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, numbers } from "../dialect/make";
import { type Bindings, bind } from "../dialect/values";

export const RELIABLE_CHANGE: Bindings = {
  /** rci(pre, post, sd_pre, rxx, lower_is_better, mean and sd of the clinical and of the general population). */
  rci: bind("pre post sd_pre rxx lower_is_better clin_mean clin_sd norm_mean norm_sd", (args) => {
    const [pre, post] = [args.numbers("pre"), args.numbers("post")];
    const scale = reliableChangeScale(args.number("sd_pre"), args.number("rxx"));
    if ("kind" in scale) throw new DialectError("No reliable change can be told");
    const lowerIsBetter = args.flag("lower_is_better", true);
    const [clinical, general] = [populationOf(args, "clin"), populationOf(args, "norm")];
    const either = clinical ?? general;
    // Cut-off a rests on the one population and b on the other alone.
    const lines = either && clinicalCutOffs(clinical ?? either, general ?? either, lowerIsBetter);
    const cutOffs = clinical && general ? lines : undefined;
    const plain = reliableChangeCounts(pre, post, { scale, lowerIsBetter });
    if (plain.kind !== "counts") throw new DialectError("Nobody to count");
    const rule = { scale, lowerIsBetter, ...(cutOffs ? { cutOff: cutOffs.c } : {}) };
    const crossed = cutOffs ? reliableChangeCounts(pre, post, rule) : undefined;
    return list({
      n: plain.n,
      sd_pre: scale.sdPre,
      rxx: scale.reliability,
      sem: scale.standardErrorOfMeasurement,
      s_diff: scale.standardErrorOfDifference,
      rc_threshold: scale.threshold,
      improved: plain.reliablyImproved,
      deteriorated: plain.reliablyDeteriorated,
      unchanged: plain.unchanged,
      rci_first5: numbers(pre.slice(0, 5).map((before, at) => reliableChangeIndex(before, post[at] ?? before, scale))),
      cutoff_a: clinical ? (lines?.a ?? null) : null,
      cutoff_b: general ? (lines?.b ?? null) : null,
      cutoff_c: cutOffs?.c ?? null,
      recovered_imp_and_crossed_c: crossed?.kind === "counts" ? crossed.recovered : undefined,
      improved_not_recovered: crossed?.kind === "counts" ? crossed.reliablyImproved : undefined,
    });
  }),
};

function populationOf(args: Arguments, which: "clin" | "norm") {
  const [mean, standardDeviation] = [args.optional(`${which}_mean`), args.optional(`${which}_sd`)];
  if (mean === undefined || standardDeviation === undefined) return undefined;
  if (mean.kind !== "number" || standardDeviation.kind !== "number") return undefined;
  return { mean: args.number(`${which}_mean`), standardDeviation: args.number(`${which}_sd`) };
}
