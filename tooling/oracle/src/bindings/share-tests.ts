import { independenceTest } from "@alongside/statistics/contingency/independence";
import { binomialCdf, binomialUpper } from "@alongside/statistics/distribution/binomial";
import { chiSquaredUpper } from "@alongside/statistics/distribution/chi-squared";
import { normalCdf, normalCritical, normalUpper } from "@alongside/statistics/distribution/normal";
import { clopperPearsonInterval, exactBinomialPValue } from "@alongside/statistics/proportions/exact-binomial";
import { wilsonCorrectedInterval, wilsonInterval } from "@alongside/statistics/proportions/wilson-interval";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, numbers } from "../dialect/make";
import { type Bindings, bind } from "../dialect/values";
import { ends, labelled } from "./figures";
import type { Alternative } from "./fisher-search";

/** The alternative as R takes it: the beginning of its name is enough. */
export function alternativeOf(args: Arguments): Alternative {
  const written = args.text("alternative", "two.sided");
  const found = (["two.sided", "less", "greater"] as const).find((name) => name.startsWith(written));
  if (found === undefined) throw new DialectError(`No alternative called ${written}`);
  return found;
}

/** A one-sided interval is half of a two-sided one that leaves as much out on that side; the other end is the scale's. */
export function sided(
  alternative: Alternative,
  level: number,
  interval: (level: number) => { readonly low: number; readonly high: number },
  scale: readonly [number, number],
): readonly [number, number] {
  if (alternative === "two.sided") {
    const { low, high } = interval(level);
    return [low, high];
  }
  const { low, high } = interval(2 * level - 1);
  return alternative === "less" ? [scale[0], high] : [low, scale[1]];
}

function pOf(alternative: Alternative, z: number): number {
  if (alternative === "less") return normalCdf(z);
  return alternative === "greater" ? normalUpper(z) : 2 * normalUpper(Math.abs(z));
}

/** One share against a given one, by Wilson's statistic. */
function oneShare(args: Arguments, x: number, n: number) {
  const alternative = alternativeOf(args);
  const p = args.number("p", 0.5);
  const distance = x - n * p;
  const correction = args.flag("correct", true) ? Math.min(0.5, Math.abs(distance)) : 0;
  const z = (Math.sign(distance) * (Math.abs(distance) - correction)) / Math.sqrt(n * p * (1 - p));
  // R leaves the correction of the interval out where it has left it out of the test.
  const interval = (level: number) =>
    correction > 0 ? wilsonCorrectedInterval(x, n, level) : wilsonInterval(x, n, level);
  return list({
    statistic: labelled("X-squared", z * z),
    parameter: labelled("df", 1),
    "p.value": pOf(alternative, z),
    estimate: labelled("p", x / n),
    "conf.int": ends(sided(alternative, args.number("conf.level", 0.95), interval, [0, 1])),
  });
}

/** Two shares: the correction is at most the distance of the shares. */
function twoShares(args: Arguments, x: readonly [number, number], n: readonly [number, number]) {
  const alternative = alternativeOf(args);
  const [p1, p2] = [x[0] / n[0], x[1] / n[1]];
  const inverses = 1 / n[0] + 1 / n[1];
  const correction = args.flag("correct", true) ? Math.min(0.5, Math.abs(p1 - p2) / inverses) : 0;
  const pooled = (x[0] + x[1]) / (n[0] + n[1]);
  const z =
    (Math.sign(p1 - p2) * (Math.abs(p1 - p2) - correction * inverses)) / Math.sqrt(pooled * (1 - pooled) * inverses);
  const interval = (level: number) => {
    const standardError = Math.sqrt((p1 * (1 - p1)) / n[0] + (p2 * (1 - p2)) / n[1]);
    const half = normalCritical(level) * standardError + correction * inverses;
    return { low: Math.max(-1, p1 - p2 - half), high: Math.min(1, p1 - p2 + half) };
  };
  return list({
    statistic: labelled("X-squared", z * z),
    parameter: labelled("df", 1),
    "p.value": pOf(alternative, z),
    estimate: numbers([p1, p2], { names: ["prop 1", "prop 2"] }),
    "conf.int": ends(sided(alternative, args.number("conf.level", 0.95), interval, [-1, 1])),
  });
}

/** Counts of categories against given shares. R: chisq.test(x, p = ). */
export function goodnessOfFit(counts: readonly number[], shares: readonly number[]) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const expected = shares.map((share) => share * total);
  const statistic = counts.reduce(
    (sum, count, at) => sum + (count - (expected[at] ?? 0)) ** 2 / (expected[at] ?? 0),
    0,
  );
  return list({
    statistic: labelled("X-squared", statistic),
    parameter: labelled("df", counts.length - 1),
    "p.value": chiSquaredUpper(statistic, counts.length - 1),
    observed: numbers(counts),
    expected: numbers(expected),
  });
}

export const SHARE_TESTS: Bindings = {
  "binom.test": bind("x n p alternative conf.level", (args) => {
    const [x, second] = args.numbers("x");
    const [n, p, alternative] = [
      second === undefined ? args.number("n") : (x ?? 0) + second,
      args.number("p", 0.5),
      alternativeOf(args),
    ];
    const successes = x ?? 0;
    const oneSided = alternative === "less" ? binomialCdf(successes, n, p) : binomialUpper(successes - 1, n, p);
    const interval = (level: number) => clopperPearsonInterval(successes, n, level);
    return list({
      statistic: labelled("number of successes", successes),
      parameter: labelled("number of trials", n),
      "p.value": alternative === "two.sided" ? exactBinomialPValue(successes, n, p) : oneSided,
      "conf.int": ends(sided(alternative, args.number("conf.level", 0.95), interval, [0, 1])),
      estimate: labelled("probability of success", successes / n),
    });
  }),
  "prop.test": bind("x n p alternative conf.level correct", (args) => {
    const { x, n } = countsOf(args);
    const [x1 = 0, x2 = 0] = x;
    const [n1 = 0, n2 = 0] = n;
    if (x.length === 1) return oneShare(args, x1, n1);
    if (args.has("p")) throw new DialectError("Several shares against given ones");
    if (x.length === 2) return twoShares(args, [x1, x2], [n1, n2]);
    const test = independenceTest(x.map((count, at) => [count, (n[at] ?? 0) - count]));
    const found = test.kind === "chi-squared-test" ? test : undefined;
    return list({
      statistic: labelled("X-squared", found?.statistic ?? null),
      parameter: labelled("df", x.length - 1),
      "p.value": found?.pValue ?? null,
      estimate: numbers(x.map((count, at) => count / (n[at] ?? 0))),
    });
  }),
};

/** Counts and totals, or a matrix of successes and failures. */
function countsOf(args: Arguments): { readonly x: readonly number[]; readonly n: readonly number[] } {
  const x = args.numbers("x");
  const [rows, columns] = args.value("x").attributes.dim ?? [];
  if (rows === undefined || columns !== 2) return { x, n: args.numbers("n") };
  const successes = x.slice(0, rows);
  return { x: successes, n: successes.map((count, row) => count + (x[rows + row] ?? 0)) };
}
