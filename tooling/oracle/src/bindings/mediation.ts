import type { Estimate } from "@alongside/statistics/estimate";
import {
  indirectEffectByDelta,
  maximumLikelihoodEffects,
} from "@alongside/statistics/mediation/indirect-effect-errors";
import { mediationModel } from "@alongside/statistics/mediation/mediation-model";
import { mediationFigures, mediationStatistic } from "@alongside/statistics/mediation/mediation-statistic";
import { bootstrapSummary } from "@alongside/statistics/resampling/bootstrap";
import { joinReplicates, resampleRange } from "@alongside/statistics/resampling/resample-range";
import { resamplingPlan } from "@alongside/statistics/resampling/resampling-plan";
import { DialectError } from "../dialect/failure";
import { list, numbers } from "../dialect/make";
import { asTexts } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { ends, figureOf, intervalOf, numericColumn } from "./figures";
import { endsOf, SEED } from "./resampling";

export const MEDIATION: Bindings = {
  /** med(q, x, m, y, covariates, B): product of coefficients with the intervals that programs give it. */
  med: bind("q x m y covs B", (args) => {
    const frame = args.frame("q");
    const named = args.optional("covs");
    const covariates = named === undefined || named.kind === "null" ? [] : asTexts(named).values;
    const data = {
      exposure: numericColumn(frame, args.text("x")),
      mediators: [numericColumn(frame, args.text("m"))],
      outcome: numericColumn(frame, args.text("y")),
      covariates: covariates.map((name) => numericColumn(frame, name ?? "NA")),
    };
    const model = mediationModel(data);
    const path = model.kind === "mediation" ? model.paths[0] : undefined;
    if (model.kind !== "mediation" || path === undefined) throw new DialectError("No mediation model");

    const resamples = args.number("B", 5000);
    const figure = mediationFigures(1).totalIndirect;
    const plan = resamplingPlan({ rows: model.n, resamples, seed: SEED });
    const replicated = joinReplicates([resampleRange(plan, 0, resamples, mediationStatistic(data))])[figure];
    const bootstrap = replicated === undefined ? undefined : bootstrapSummary(model.indirect, replicated);
    if (bootstrap?.kind !== "bootstrap") throw new DialectError("No bootstrap");
    const { biasCorrected } = bootstrap;
    const sobel = indirectEffectByDelta(model, path, "first-order");
    const aroian = indirectEffectByDelta(model, path, "second-order");
    const likelihood = maximumLikelihoodEffects(model);
    return list({
      n: model.n,
      a: path.a.value,
      se_a: path.a.standardError,
      b: path.b.value,
      se_b: path.b.standardError,
      direct: model.direct.value,
      se_direct: model.direct.standardError,
      total: model.total.value,
      se_total: model.total.standardError,
      indirect: model.indirect,
      proportion_mediated: model.indirect / model.total.value,
      sobel: list({
        ...testOf(sobel, "z", "p"),
        ci95: intervalOf(sobel),
        aroian_se: aroian.kind === "estimate" ? aroian.standardError : null,
      }),
      bootstrap: list({
        B: resamples,
        se: bootstrap.standardError,
        percentile95: endsOf(bootstrap.percentile),
        first5: ends(replicated?.values.slice(0, 5) ?? []),
        bc95: biasCorrected.kind === "bootstrap-interval" ? endsOf(biasCorrected) : ends([null, null]),
      }),
      lavaan_ml: list({ indirect: lavaanRow(likelihood.indirect), total: lavaanRow(likelihood.total) }),
    });
  }),
};

/** A row of lavaan's parameterEstimates. */
function lavaanRow(estimate: Estimate): RValue {
  const { low, high } = estimate.kind === "estimate" ? estimate.interval : { low: null, high: null };
  return list({
    est: figureOf(estimate),
    ...testOf(estimate, "z", "pvalue"),
    "ci.lower": numbers([low]),
    "ci.upper": numbers([high]),
  });
}

function testOf(estimate: Estimate, statistic: string, pValue: string) {
  const [test, standardError] = estimate.kind === "estimate" ? [estimate.test, estimate.standardError] : [];
  return { se: standardError ?? null, [statistic]: test?.statistic ?? null, [pValue]: test?.pValue ?? null };
}
