import { type Estimate, insufficient, tooFew } from "../estimate";
import { modelMatrix } from "../model-matrix/model-matrix";
import type { Variable } from "../model-matrix/variable";
import { clusterCovariance } from "./cluster-covariance";
import { waldEstimate } from "./coefficient-estimates";
import { type LinearModel, linearModel } from "./linear-model";

const PROVENANCE = { statistic: "regression/difference-in-differences", version: 1 } as const;
/** Clusters needed before their spread says anything. */
const FEWEST_CLUSTERS = 3;

/** Measurements of people, one row each, before or after, in the compared or the reference group. */
export interface LongMeasurements {
  readonly outcome: readonly number[];
  readonly after: readonly boolean[];
  readonly treated: readonly boolean[];
  /** Person, or site when people are grouped in sites: rows of one cluster may resemble each other. */
  readonly cluster: readonly (number | string)[];
}

/**
 * Change in the treated group less change in the other: the coefficient of treated x after in a regression on treated,
 * after and their product, with CR2 errors and Satterthwaite degrees of freedom. Assumes that without treatment both
 * would have changed alike. R: lm(y ~ trt * post), clubSandwich::coef_test(vcov = "CR2", test = "Satterthwaite").
 * @returns insufficient data "too-few" below three clusters, "no-events" when a group was not measured before or after
 */
export function differenceInDifferences(data: LongMeasurements, level = 0.95): Estimate {
  const n = new Set(data.cluster).size;
  if (n < FEWEST_CLUSTERS) return tooFew(FEWEST_CLUSTERS, n);
  const model = differenceModel(data);
  if (model.kind === "insufficient-data") return model;
  const index = model.names.indexOf("treated:after");
  if (index < 0) return insufficient("no-events", n);
  const robust = clusterCovariance(model, data.cluster, "CR2");
  if (robust === null) return insufficient("not-identifiable", n);
  const contrast = model.names.map((_, position) => (position === index ? 1 : 0));
  return waldEstimate({
    value: model.coefficients[index] ?? 0,
    variance: robust.covariance.values[index * model.names.length + index] ?? 0,
    df: robust.degreesOfFreedom(contrast),
    n,
    method: "difference-in-differences",
    provenance: PROVENANCE,
    level,
  });
}

function differenceModel({ outcome, after, treated }: LongMeasurements): LinearModel | ReturnType<typeof tooFew> {
  const indicator = (values: readonly boolean[]): Variable => ({ kind: "numeric", values: values.map(Number) });
  const variables = new Map([
    ["treated", indicator(treated)],
    ["after", indicator(after)],
  ]);
  return linearModel(modelMatrix(variables, [["treated"], ["after"], ["treated", "after"]]), outcome);
}
