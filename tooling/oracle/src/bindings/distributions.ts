import { betaCdf, betaQuantile, betaUpper } from "@alongside/statistics/distribution/beta";
import {
  binomialCdf,
  binomialMass,
  binomialQuantile,
  binomialUpper,
} from "@alongside/statistics/distribution/binomial";
import { chiSquaredCdf, chiSquaredQuantile } from "@alongside/statistics/distribution/chi-squared";
import { fCdf, fQuantile, fUpper } from "@alongside/statistics/distribution/f";
import { gammaCdf, gammaQuantile, gammaUpper } from "@alongside/statistics/distribution/gamma";
import { digamma, logBeta, logGamma, trigamma } from "@alongside/statistics/distribution/log-gamma";
import { noncentralChiSquaredUpper, noncentralFUpper } from "@alongside/statistics/distribution/noncentral-f";
import { noncentralTCdf, noncentralTUpper } from "@alongside/statistics/distribution/noncentral-t";
import {
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalQuantile,
  normalUpper,
  normalUpperQuantile,
} from "@alongside/statistics/distribution/normal";
import { poissonCdf, poissonMass, poissonUpper } from "@alongside/statistics/distribution/poisson";
import { rankSumCdf, rankSumQuantile } from "@alongside/statistics/distribution/rank-sum";
import { signedRankCdf, signedRankQuantile } from "@alongside/statistics/distribution/signed-rank";
import { tCdf, tQuantile, tUpper } from "@alongside/statistics/distribution/student-t";
import {
  studentisedRangeCdf,
  studentisedRangeQuantile,
  studentisedRangeUpper,
} from "@alongside/statistics/distribution/studentised-range";
import { findRoot } from "@alongside/statistics/optimisation/find-root";
import { numbers } from "../dialect/make";
import { asNumbers } from "../dialect/read";
import { type Binding, type Bindings, bind } from "../dialect/values";
import { callsOf } from "./distribution-calls";
import { HYPERGEOMETRIC } from "./hypergeometric-calls";
import { NEGATIVE_BINOMIAL } from "./negative-binomial-calls";

const NORMAL = callsOf("norm", {
  parameters: [
    ["mean", 0],
    ["sd", 1],
  ],
  density: (x, mean = 0, sd = 1) => normalDensity((x - mean) / sd) / sd,
  lower: (x, mean = 0, sd = 1) => normalCdf((x - mean) / sd),
  upper: (x, mean = 0, sd = 1) => normalUpper((x - mean) / sd),
  logLower: (x, mean = 0, sd = 1) => normalLogCdf((x - mean) / sd),
  logUpper: (x, mean = 0, sd = 1) => normalLogCdf((mean - x) / sd),
  quantile: (p, mean = 0, sd = 1) => mean + sd * normalQuantile(p),
  upperQuantile: (p, mean = 0, sd = 1) => mean + sd * normalUpperQuantile(p),
});

function tDensity(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalDensity(t);
  return Math.exp(-logBeta(df / 2, 0.5) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(df);
}

/** The t with this share below it, searched outwards from the noncentrality. */
function noncentralTQuantile(p: number, df: number, ncp: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const over = (t: number): number => noncentralTCdf(t, df, ncp) - p;
  let reach = 1;
  while (reach < 1e12 && (over(ncp - reach) > 0 || over(ncp + reach) < 0)) reach *= 2;
  return findRoot(over, ncp - reach, ncp + reach, 1e-14) ?? Number.NaN;
}

/** A noncentrality of exactly 0, R's default here, is the plain distribution. */
const STUDENT = callsOf("t", {
  parameters: [["df"], ["ncp", 0]],
  density: (t, df = 1) => tDensity(t, df),
  lower: (t, df = 1, ncp = 0) => (ncp === 0 ? tCdf(t, df) : noncentralTCdf(t, df, ncp)),
  upper: (t, df = 1, ncp = 0) => (ncp === 0 ? tUpper(t, df) : noncentralTUpper(t, df, ncp)),
  quantile: (p, df = 1, ncp = 0) => (ncp === 0 ? tQuantile(p, df) : noncentralTQuantile(p, df, ncp)),
  upperQuantile: (p, df = 1, ncp = 0) => (ncp === 0 ? -tQuantile(p, df) : -noncentralTQuantile(p, df, -ncp)),
});

const gammaDensity = (x: number, shape: number): number =>
  x < 0 ? 0 : Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));

/** The x with a small share above it, by Newton steps on the upper tail from the quantile of 1 - p. */
function gammaUpperQuantile(p: number, shape: number): number {
  let x = gammaQuantile(1 - Math.max(p, 1e-15), shape);
  for (let step = 0; step < 60; step++) {
    const above = gammaUpper(x, shape);
    const change = (above * Math.log(above / p)) / gammaDensity(x, shape);
    if (!Number.isFinite(change)) break;
    x += change;
    if (Math.abs(change) <= 1e-15 * x) break;
  }
  return x;
}

const GAMMA = callsOf("gamma", {
  parameters: [["shape"], ["rate", 1]],
  density: (x, shape = 1, rate = 1) => rate * gammaDensity(x * rate, shape),
  lower: (x, shape = 1, rate = 1) => gammaCdf(x * rate, shape),
  upper: (x, shape = 1, rate = 1) => gammaUpper(x * rate, shape),
  quantile: (p, shape = 1, rate = 1) => gammaQuantile(p, shape) / rate,
  upperQuantile: (p, shape = 1, rate = 1) => gammaUpperQuantile(p, shape) / rate,
});

/** Where a tail falls to a share, from 0 outwards. */
function whereTailIs(share: number, upper: (x: number) => number): number {
  let reach = 1;
  while (reach < 1e12 && upper(reach) > share) reach *= 2;
  return findRoot((x) => upper(x) - share, 0, reach, 1e-14) ?? Number.NaN;
}

const CHI_SQUARED = callsOf("chisq", {
  parameters: [["df"], ["ncp", 0]],
  density: (x, df = 1, ncp = 0) => (ncp === 0 ? gammaDensity(x / 2, df / 2) / 2 : Number.NaN),
  lower: (x, df = 1, ncp = 0) => (ncp === 0 ? chiSquaredCdf(x, df) : 1 - noncentralChiSquaredUpper(x, df, ncp)),
  upper: (x, df = 1, ncp = 0) => noncentralChiSquaredUpper(x, df, ncp),
  quantile: (p, df = 1, ncp = 0) =>
    ncp === 0 ? chiSquaredQuantile(p, df) : whereTailIs(1 - p, (x) => noncentralChiSquaredUpper(x, df, ncp)),
  upperQuantile: (p, df = 1, ncp = 0) =>
    ncp === 0 ? 2 * gammaUpperQuantile(p, df / 2) : whereTailIs(p, (x) => noncentralChiSquaredUpper(x, df, ncp)),
});

const F = callsOf("f", {
  parameters: [["df1"], ["df2"], ["ncp", 0]],
  lower: (x, df1 = 1, df2 = 1, ncp = 0) => (ncp === 0 ? fCdf(x, df1, df2) : 1 - noncentralFUpper(x, df1, df2, ncp)),
  upper: (x, df1 = 1, df2 = 1, ncp = 0) => (ncp === 0 ? fUpper(x, df1, df2) : noncentralFUpper(x, df1, df2, ncp)),
  quantile: (p, df1 = 1, df2 = 1, ncp = 0) =>
    ncp === 0 ? fQuantile(p, df1, df2) : whereTailIs(1 - p, (x) => noncentralFUpper(x, df1, df2, ncp)),
  upperQuantile: (p, df1 = 1, df2 = 1, ncp = 0) =>
    ncp === 0 ? 1 / fQuantile(p, df2, df1) : whereTailIs(p, (x) => noncentralFUpper(x, df1, df2, ncp)),
});

const BETA = callsOf("beta", {
  parameters: [["shape1"], ["shape2"]],
  density: (x, a = 1, b = 1) =>
    x < 0 || x > 1 ? 0 : Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b)),
  lower: (x, a = 1, b = 1) => betaCdf(x, a, b),
  upper: (x, a = 1, b = 1) => betaUpper(x, a, b),
  quantile: (p, a = 1, b = 1) => betaQuantile(p, a, b),
  upperQuantile: (p, a = 1, b = 1) => 1 - betaQuantile(p, b, a),
});

const BINOMIAL = callsOf("binom", {
  parameters: [["size"], ["prob"]],
  density: (k, n = 1, p = 0.5) => binomialMass(k, n, p),
  lower: (k, n = 1, p = 0.5) => binomialCdf(k, n, p),
  upper: (k, n = 1, p = 0.5) => binomialUpper(k, n, p),
  quantile: (share, n = 1, p = 0.5) => binomialQuantile(share, n, p),
});

/** The smallest count with at least this share at or below it. */
function poissonQuantile(p: number, mean: number): number {
  if (p >= 1) return Number.POSITIVE_INFINITY;
  let k = Math.max(0, Math.floor(mean + Math.sqrt(mean) * normalQuantile(Math.min(Math.max(p, 1e-300), 1 - 1e-16))));
  while (k > 0 && poissonCdf(k - 1, mean) >= p * (1 - 64 * Number.EPSILON)) k--;
  while (poissonCdf(k, mean) < p * (1 - 64 * Number.EPSILON)) k++;
  return k;
}

const POISSON = callsOf("pois", {
  parameters: [["lambda"]],
  density: (k, mean = 1) => poissonMass(k, mean),
  lower: (k, mean = 1) => poissonCdf(k, mean),
  upper: (k, mean = 1) => poissonUpper(k, mean),
  quantile: (p, mean = 1) => poissonQuantile(p, mean),
});

/** Mass at k of a distribution of whole numbers from 0 to `most` that is alike on both sides. */
function symmetricMass(k: number, most: number, lower: (k: number) => number): number {
  if (!Number.isInteger(k) || k < 0 || k > most) return 0;
  const near = Math.min(k, most - k);
  return lower(near) - (near === 0 ? 0 : lower(near - 1));
}

const SIGNED_RANK = callsOf("signrank", {
  parameters: [["n"]],
  density: (k, n = 1) => symmetricMass(k, (n * (n + 1)) / 2, (at) => signedRankCdf(at, n)),
  lower: (k, n = 1) => signedRankCdf(k, n),
  upper: (k, n = 1) => signedRankCdf((n * (n + 1)) / 2 - Math.floor(k + 1e-7) - 1, n),
  quantile: (p, n = 1) => signedRankQuantile(p, n),
});

const RANK_SUM = callsOf("wilcox", {
  parameters: [["m"], ["n"]],
  density: (k, m = 1, n = 1) => symmetricMass(k, m * n, (at) => rankSumCdf(at, m, n)),
  lower: (k, m = 1, n = 1) => rankSumCdf(k, m, n),
  upper: (k, m = 1, n = 1) => rankSumCdf(m * n - Math.floor(k + 1e-7) - 1, m, n),
  quantile: (p, m = 1, n = 1) => rankSumQuantile(p, m, n),
});

/** The range of `nranges` groups of means is the largest of so many ranges; only one is known here. */
const RANGE = callsOf("tukey", {
  parameters: [["nmeans"], ["df"]],
  lower: (q, means = 2, df = 1) => studentisedRangeCdf(q, means, df),
  upper: (q, means = 2, df = 1) => studentisedRangeUpper(q, means, df),
  quantile: (p, means = 2, df = 1) => studentisedRangeQuantile(p, means, df),
});

const EXPONENTIAL = callsOf("exp", {
  parameters: [["rate", 1]],
  density: (x, rate = 1) => (x < 0 ? 0 : rate * Math.exp(-rate * x)),
  lower: (x, rate = 1) => (x < 0 ? 0 : -Math.expm1(-rate * x)),
  upper: (x, rate = 1) => (x < 0 ? 1 : Math.exp(-rate * x)),
  quantile: (p, rate = 1) => -Math.log1p(-p) / rate,
  upperQuantile: (p, rate = 1) => -Math.log(p) / rate,
});

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
const UNIFORM = callsOf("unif", {
  parameters: [
    ["min", 0],
    ["max", 1],
  ],
  density: (x, low = 0, high = 1) => (x < low || x > high ? 0 : 1 / (high - low)),
  lower: (x, low = 0, high = 1) => clamp((x - low) / (high - low)),
  upper: (x, low = 0, high = 1) => clamp((high - x) / (high - low)),
  quantile: (p, low = 0, high = 1) => low + p * (high - low),
});

const LOGISTIC = callsOf("logis", {
  parameters: [
    ["location", 0],
    ["scale", 1],
  ],
  lower: (x, location = 0, scale = 1) => 1 / (1 + Math.exp(-(x - location) / scale)),
  upper: (x, location = 0, scale = 1) => 1 / (1 + Math.exp((x - location) / scale)),
  quantile: (p, location = 0, scale = 1) => location + scale * (Math.log(p) - Math.log1p(-p)),
});

const LOG_NORMAL = callsOf("lnorm", {
  parameters: [
    ["meanlog", 0],
    ["sdlog", 1],
  ],
  density: (x, mean = 0, sd = 1) => (x <= 0 ? 0 : normalDensity((Math.log(x) - mean) / sd) / (x * sd)),
  lower: (x, mean = 0, sd = 1) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mean) / sd)),
  upper: (x, mean = 0, sd = 1) => (x <= 0 ? 1 : normalUpper((Math.log(x) - mean) / sd)),
  quantile: (p, mean = 0, sd = 1) => Math.exp(mean + sd * normalQuantile(p)),
});

const WEIBULL = callsOf("weibull", {
  parameters: [["shape"], ["scale", 1]],
  lower: (x, shape = 1, scale = 1) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
  upper: (x, shape = 1, scale = 1) => (x <= 0 ? 1 : Math.exp(-((x / scale) ** shape))),
  quantile: (p, shape = 1, scale = 1) => scale * (-Math.log1p(-p)) ** (1 / shape),
});

const each = (formals: string, compute: (...values: number[]) => number): Binding =>
  bind(formals, (args) => {
    const vectors = formals.split(" ").map((name) => asNumbers(args.value(name)).values);
    const length = Math.max(...vectors.map((vector) => vector.length));
    return numbers(
      Array.from({ length }, (_, at) => compute(...vectors.map((vector) => vector[at % vector.length] ?? Number.NaN))),
    );
  });

export const DISTRIBUTIONS: Bindings = {
  ...NORMAL,
  ...STUDENT,
  ...GAMMA,
  ...CHI_SQUARED,
  ...F,
  ...BETA,
  ...BINOMIAL,
  ...POISSON,
  ...NEGATIVE_BINOMIAL,
  ...HYPERGEOMETRIC,
  ...SIGNED_RANK,
  ...RANK_SUM,
  ...RANGE,
  ...EXPONENTIAL,
  ...UNIFORM,
  ...LOGISTIC,
  ...LOG_NORMAL,
  ...WEIBULL,
  lgamma: each("x", logGamma),
  gamma: each("x", (x) => Math.exp(logGamma(x))),
  factorial: each("x", (x) => {
    const value = Math.exp(logGamma(x + 1));
    return Number.isInteger(x) && value < 2 ** 53 ? Math.round(value) : value;
  }),
  lbeta: each("a b", logBeta),
  beta: each("a b", (a, b) => Math.exp(logBeta(a, b))),
  digamma: each("x", digamma),
  trigamma: each("x", trigamma),
};
