import { chiSquaredUpper } from "../distribution/chi-squared";
import { normalCritical, normalUpper } from "../distribution/normal";
import { tCritical, tTwoSidedP } from "../distribution/student-t";
import {
  areFinite,
  type EstimateValue,
  type InsufficientData,
  type Interval,
  insufficient,
  tooFew,
  whereFinite,
} from "../estimate";
import { betweenVariance, type HeterogeneityMethod, weightedMean } from "./heterogeneity-variance";

const PROVENANCE = { statistic: "meta-analysis/pooled-effect", version: 1 } as const;

export interface PoolingOptions {
  /** "common": one effect behind all studies; otherwise effects vary, and this is how their variance is estimated. */
  readonly method: "common" | HeterogeneityMethod;
  /** Intervals of Hartung and Knapp, which count the studies. */
  readonly hartungKnapp?: boolean;
  readonly level?: number;
  /** See `betweenVariance`. */
  readonly tolerance?: number;
}

export interface PooledEffect {
  readonly kind: "pooled-effect";
  /** `n` is the number of studies. */
  readonly estimate: EstimateValue;
  /** Variance between studies; 0 for the common effect. */
  readonly tauSquared: number;
  /** Share of the variation that is between studies, in percent. */
  readonly iSquared: number;
  readonly hSquared: number;
  /** Cochran's test that all effects are alike. */
  readonly q: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number };
  /** Where the effect of a new study lies; null for the common effect. */
  readonly predictionInterval: Interval | null;
}

/**
 * Effects of studies or sites pooled, each weighted by the inverse of its variance.
 *
 * Source: Viechtbauer (2010), J Statistical Software 36(3); Higgins and Thompson (2002), Stat Med 21, 1539-1558 (I2, H2);
 * Hartung and Knapp (2001), Stat Med 20, 3875-3889. R: metafor::rma(yi, vi, method, test = "z" or "knha"), predict().
 * I2 and H2 follow metafor: by Q for the common effect, by tau2 and the typical variance otherwise. The prediction
 * interval uses the same distribution as the interval.
 * @param effects one per study, ratios as logarithms
 * @param variances their sampling variances, all above 0
 * @throws RangeError for unequal lengths or variances that are not positive
 */
export function pooledEffect(
  effects: readonly number[],
  variances: readonly number[],
  { method, hartungKnapp = false, level = 0.95, tolerance = 0 }: PoolingOptions,
): PooledEffect | InsufficientData {
  const k = effects.length;
  if (variances.length !== k) throw new RangeError(`${variances.length} variances for ${k} effects`);
  if (!areFinite(effects, variances)) return insufficient("not-finite", k);
  if (variances.some((variance) => variance <= 0)) throw new RangeError("A variance is not positive");
  if (!(level > 0 && level < 1)) throw new RangeError(`A level of ${level} is not between 0 and 1`);
  const needed = hartungKnapp ? 2 : 1;
  if (k < needed) return tooFew(needed, k);
  const tauSquared = method === "common" ? 0 : betweenVariance(effects, variances, method, tolerance);
  if (tauSquared === null) return insufficient("no-convergence", k);

  const df = k - 1;
  const fixed = weightedMean(effects, variances, 0);
  const pooled = weightedMean(effects, variances, tauSquared);
  const variance = (hartungKnapp ? pooled.q / df : 1) / pooled.weight;
  if (!(variance > 0)) return insufficient("no-spread", k);
  if (!Number.isFinite(variance)) return insufficient("out-of-range", k);
  const standardError = Math.sqrt(variance);
  const critical = hartungKnapp ? tCritical(level, df) : normalCritical(level);
  const around = (half: number): Interval => ({ low: pooled.mean - half, high: pooled.mean + half, level });
  const statistic = pooled.mean / standardError;
  const found: PooledEffect = {
    kind: "pooled-effect",
    estimate: {
      kind: "estimate",
      value: pooled.mean,
      interval: around(critical * standardError),
      n: k,
      method: `${method}${hartungKnapp ? "-hartung-knapp" : ""}`,
      standardError,
      ...(hartungKnapp ? { degreesOfFreedom: df } : {}),
      test: {
        distribution: hartungKnapp ? "student-t" : "normal",
        statistic,
        pValue: hartungKnapp ? tTwoSidedP(statistic, df) : 2 * normalUpper(Math.abs(statistic)),
        null: 0,
      },
      provenance: PROVENANCE,
    },
    tauSquared,
    ...shares(method === "common", fixed, df, tauSquared),
    q: { statistic: fixed.q, degreesOfFreedom: df, pValue: df === 0 ? 1 : chiSquaredUpper(fixed.q, df) },
    predictionInterval: method === "common" ? null : around(critical * Math.sqrt(variance + tauSquared)),
  };
  return whereFinite(found, k);
}

function shares(common: boolean, fixed: ReturnType<typeof weightedMean>, df: number, tauSquared: number) {
  if (df === 0) return { iSquared: 0, hSquared: 1 };
  if (common) {
    return { iSquared: fixed.q > df ? (100 * (fixed.q - df)) / fixed.q : 0, hSquared: fixed.q / df };
  }
  const typical = (df * fixed.weight) / (fixed.weight ** 2 - fixed.squaredWeight);
  return { iSquared: (100 * tauSquared) / (typical + tauSquared), hSquared: tauSquared / typical + 1 };
}
