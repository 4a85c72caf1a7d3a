import {
  alphaOfCovariance,
  coefficientAlpha,
  guttmanLambda2,
} from "@alongside/statistics/reliability/coefficient-alpha";
import { covarianceMatrix, pairwiseCovarianceMatrix } from "@alongside/statistics/reliability/covariance";
import { correlationMatrix, type ItemFigures, itemAnalysis } from "@alongside/statistics/reliability/item-analysis";
import { omegaOfModel, omegaVariants } from "@alongside/statistics/reliability/omega";
import { oneFactorModel } from "@alongside/statistics/reliability/one-factor-model";
import { DialectError } from "../dialect/failure";
import { frame, list, listFromEntries, numbers, texts } from "../dialect/make";
import { asNumbers, isFrame } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { ends, figureOf, intervalOf } from "./figures";

interface Items {
  readonly names: readonly string[];
  /** One list per item. */
  readonly answers: readonly (readonly (number | null)[])[];
}

function itemsOf(value: RValue): Items {
  if (isFrame(value)) {
    return { names: value.attributes.names ?? [], answers: value.values.map((column) => asNumbers(column).values) };
  }
  const [rows, columns] = value.attributes.dim ?? [];
  if (rows === undefined || columns === undefined) throw new DialectError("Expected items in columns");
  const all = asNumbers(value).values;
  const answers = Array.from({ length: columns }, (_, item) => all.slice(item * rows, (item + 1) * rows));
  return { names: value.attributes.dimnames?.[1] ?? answers.map((_, item) => `V${item + 1}`), answers };
}

/** The answers of everybody who answered all items. */
function completeAnswers({ answers }: Items): number[][] {
  const people = (answers[0] ?? []).map((_, person) => answers.map((item) => item[person] ?? null));
  const complete = people.filter((row): row is number[] => row.every((answer) => answer !== null));
  return answers.map((_, item) => complete.map((row) => row[item] ?? 0));
}

const known = (value: unknown) => (typeof value === "number" ? value : null);

export const RELIABILITY: Bindings = {
  /** rel(items): alpha and its intervals, the items and their sum, of complete rows. */
  rel: bind("X", (args) => {
    const items = itemsOf(args.value("X"));
    const answers = completeAnswers(items);
    const alpha = coefficientAlpha(answers);
    const analysis = itemAnalysis(answers);
    if (analysis.kind !== "item-analysis") throw new DialectError(`No reliability: ${analysis.reason}`);
    const column = (read: (item: ItemFigures) => number | null) => numbers(analysis.items.map(read));
    const error = alpha.kind === "estimate" ? alpha.standardError : null;
    // The helper takes 1.96 itself, not the quantile.
    const around = (side: number) =>
      alpha.kind === "estimate" ? alpha.value + side * 1.96 * alpha.standardError : null;
    return list({
      n: analysis.n,
      k: answers.length,
      alpha: figureOf(alpha),
      alpha_standardised: analysis.standardisedAlpha,
      mean_inter_item_r: analysis.meanInterItemCorrelation,
      feldt_ci95: intervalOf(alpha),
      duhachek_ase: error,
      duhachek_ci95: ends([around(-1), around(1)]),
      psych_alpha_raw: figureOf(alpha),
      psych_feldt: intervalOf(alpha),
      guttman_lambda2: known(guttmanLambda2(covarianceMatrix(answers))),
      items: frame({
        item: texts(items.names),
        mean: column((item) => item.mean),
        sd: column((item) => item.sd),
        r_total: column((item) => item.totalCorrelation),
        r_rest: column((item) => item.restCorrelation),
        alpha_if_dropped: column((item) => item.alphaIfDropped),
      }),
      sum_mean: analysis.sumMean,
      sum_sd: analysis.sumSd,
      sem: analysis.standardErrorOfMeasurement,
      mdc95: analysis.minimalDetectableChange,
    });
  }),
  /** psych::alpha(items): the totals, from covariances of all who answered each pair of items. */
  alpha: bind("x ... warnings", (args) => {
    const covariance = pairwiseCovarianceMatrix(itemsOf(args.value("x")).answers);
    const correlations = covariance === null ? null : correlationMatrix(covariance);
    const k = correlations?.rows ?? 0;
    const sum = correlations?.values.reduce((part, value) => part + value, 0) ?? 0;
    return list({
      total: frame({
        raw_alpha: numbers([covariance === null ? null : alphaOfCovariance(covariance)]),
        "std.alpha": numbers([correlations === null ? null : alphaOfCovariance(correlations)]),
        average_r: numbers([correlations === null ? null : (sum - k) / (k * (k - 1))]),
      }),
    });
  }),
  /** omg(items): one factor by maximum likelihood, and omega under several definitions, of complete rows. */
  omg: bind("X", (args) => {
    const items = itemsOf(args.value("X"));
    const model = oneFactorModel(completeAnswers(items));
    if (model.kind !== "one-factor-model") throw new DialectError(`No factor model: ${model.reason}`);
    const variants = omegaVariants(model);
    const other = variants.kind === "omega-variants" ? variants : undefined;
    const { fit } = model;
    const byItem = (values: readonly number[]) =>
      listFromEntries(items.names.map((name, item) => [name, values[item] ?? null]));
    return list({
      n: model.n,
      k: items.names.length,
      omega_total_cfa_raw: figureOf(omegaOfModel(model)),
      omega_denominator_observed_variance: other?.overObservedVariance ?? null,
      loadings_unstd: byItem(model.loadings),
      residual_var: byItem(model.residualVariances),
      loadings_std: byItem(model.standardisedLoadings),
      fit: list({
        chisq: fit.chiSquared,
        df: fit.degreesOfFreedom,
        pvalue: fit.pValue,
        cfi: fit.comparativeFitIndex,
        tli: fit.tuckerLewisIndex,
        rmsea: fit.rootMeanSquareErrorOfApproximation,
        srmr: fit.standardisedRootMeanSquareResidual,
      }),
      omega_standardised_minres: other?.standardisedMinimumResidual ?? null,
      omega_standardised_ml: other?.standardisedLikelihood ?? null,
      semTools_omega: other?.overObservedVarianceByN ?? null,
    });
  }),
};
