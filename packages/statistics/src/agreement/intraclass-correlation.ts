import { fQuantile, fUpper } from "../distribution/f";
import { type InsufficientData, type Interval, insufficient } from "../estimate";
import { type TwoWayVariance, twoWayVariance } from "./two-way-variance";

/** Share of the variances under which a difference of them is rounding error. */
const ROUNDING = 1e-12;

/** Shrout and Fleiss's forms; k marks the reliability of the mean of all raters. */
export type IntraclassForm = "1,1" | "2,1" | "3,1" | "1,k" | "2,k" | "3,k";

/** One intraclass correlation with the F test of no difference between subjects. */
export interface IntraclassCorrelation {
  readonly form: IntraclassForm;
  readonly value: number;
  /** Null where the limits have no value: agreement of very few subjects whose raters differ more than they do. */
  readonly interval: Interval | null;
  readonly fStatistic: number;
  readonly numeratorDegreesOfFreedom: number;
  readonly denominatorDegreesOfFreedom: number;
  readonly pValue: number;
}

/** The six intraclass correlations of one table of ratings. */
export interface IntraclassCorrelations {
  readonly kind: "intraclass-correlations";
  readonly variance: TwoWayVariance;
  /** Each subject rated by other raters: agreement, one-way. */
  readonly oneWay: IntraclassCorrelation;
  /** Raters are a sample of raters: absolute agreement, ICC(2,1). The one for test and retest. */
  readonly agreement: IntraclassCorrelation;
  /** These raters and no others: consistency, differences in their means do not count. */
  readonly consistency: IntraclassCorrelation;
  readonly oneWayMean: IntraclassCorrelation;
  readonly agreementMean: IntraclassCorrelation;
  readonly consistencyMean: IntraclassCorrelation;
}

/**
 * All six intraclass correlations by analysis of variance, with F intervals (for agreement with the Satterthwaite degrees
 * of freedom of McGraw and Wong). Values below 0 are kept. Insufficient data as for `twoWayVariance`, when subjects do
 * not differ at all, and when raters agree perfectly but for constants, for then F has no value.
 * Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw & Wong (1996), Psychological Methods 1, 30-46.
 * R: psych::ICC(ratings, lmer = FALSE).
 * @param ratings one row per subject, one column per rater, complete
 * @throws RangeError when rows differ in length, a value is not finite or the level is outside 0 to 1
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  level = 0.95,
): IntraclassCorrelations | InsufficientData {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is not a confidence level`);
  const variance = twoWayVariance(ratings);
  if (variance.kind === "insufficient-data") return variance;
  const { subjects, raters, betweenSubjects, residual, withinSubjects } = variance;
  if (residual === 0 || betweenSubjects === 0) return insufficient("no-spread", subjects);
  const within = fRatio(betweenSubjects / withinSubjects, subjects - 1, subjects * (raters - 1), level);
  const rest = fRatio(betweenSubjects / residual, subjects - 1, (subjects - 1) * (raters - 1), level);
  const single = (f: number) => (f - 1) / (f + raters - 1);
  const mean = (f: number) => 1 - 1 / f;
  const agreement = agreementOf(variance, level);
  if (!Number.isFinite(agreement.value + agreement.mean)) return insufficient("not-identifiable", subjects);
  // Spearman and Brown: from one rater to the mean of all.
  const ofMean = (one: number) => (one * raters) / (1 + one * (raters - 1));
  const make = (form: IntraclassForm, f: FRatio, value: number, low: number, high: number) => ({
    form,
    value,
    interval: Number.isFinite(low) && Number.isFinite(high) ? { low, high, level } : null,
    fStatistic: f.statistic,
    numeratorDegreesOfFreedom: subjects - 1,
    denominatorDegreesOfFreedom: f.denominator,
    pValue: f.pValue,
  });
  const fromF = (form: IntraclassForm, f: FRatio, to: (f: number) => number) =>
    make(form, f, to(f.statistic), to(f.low), to(f.high));
  return {
    kind: "intraclass-correlations",
    variance,
    oneWay: fromF("1,1", within, single),
    agreement: make("2,1", rest, agreement.value, agreement.low, agreement.high),
    consistency: fromF("3,1", rest, single),
    oneWayMean: fromF("1,k", within, mean),
    agreementMean: make("2,k", rest, agreement.mean, ofMean(agreement.low), ofMean(agreement.high)),
    consistencyMean: fromF("3,k", rest, mean),
  };
}

interface FRatio {
  readonly statistic: number;
  readonly denominator: number;
  readonly pValue: number;
  /** Limits of the ratio of the mean squares that are expected. */
  readonly low: number;
  readonly high: number;
}

function fRatio(statistic: number, numerator: number, denominator: number, level: number): FRatio {
  const upper = (1 + level) / 2;
  return {
    statistic,
    denominator,
    pValue: fUpper(statistic, numerator, denominator),
    low: statistic / fQuantile(upper, numerator, denominator),
    high: statistic * fQuantile(upper, denominator, numerator),
  };
}

/** ICC(2,1) and ICC(2,k) with the limits of the first. */
function agreementOf(
  { subjects: n, raters: k, betweenSubjects, betweenRaters, residual }: TwoWayVariance,
  level: number,
): { value: number; mean: number; low: number; high: number } {
  const apart = (betweenRaters - residual) / n;
  const size = betweenSubjects + betweenRaters + residual;
  const value = (betweenSubjects - residual) / orNothing(betweenSubjects + (k - 1) * residual + k * apart, size);
  const ratersF = k * value * (betweenRaters / residual);
  const subjectsF = n * (1 + (k - 1) * value) - k * value;
  const df = ((k - 1) * (n - 1) * (ratersF + subjectsF) ** 2) / ((n - 1) * ratersF ** 2 + subjectsF ** 2);
  const upper = (1 + level) / 2;
  const low = df > 0 ? fQuantile(upper, n - 1, df) : Number.NaN;
  const high = df > 0 ? fQuantile(upper, df, n - 1) : Number.NaN;
  const others = k * betweenRaters + (k * n - k - n) * residual;
  return {
    value,
    mean: (betweenSubjects - residual) / orNothing(betweenSubjects + apart, size),
    low: (n * (betweenSubjects - low * residual)) / (low * others + n * betweenSubjects),
    high: (n * (high * betweenSubjects - residual)) / (others + n * high * betweenSubjects),
  };
}

/** A divisor that is only rounding error of what it was made of is zero, in every unit. */
function orNothing(divisor: number, size: number): number {
  return Math.abs(divisor) <= ROUNDING * size ? 0 : divisor;
}
