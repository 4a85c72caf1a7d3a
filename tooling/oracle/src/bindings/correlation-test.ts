import { kendall } from "@alongside/statistics/correlation/kendall";
import { partialCorrelation } from "@alongside/statistics/correlation/partial";
import { correlationOf, pearson } from "@alongside/statistics/correlation/pearson";
import { spearman } from "@alongside/statistics/correlation/spearman";
import { midRanks } from "@alongside/statistics/descriptive/ranks";
import { normalCdf, normalUpper } from "@alongside/statistics/distribution/normal";
import { tCdf, tUpper } from "@alongside/statistics/distribution/student-t";
import type { Estimate } from "@alongside/statistics/estimate";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { asNumbers, asTexts } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { figureOf, labelled, numericColumn } from "./figures";
import { confidenceLimits } from "./htest";
import { kendallTails, spearmanTails } from "./rank-correlation-exact";

/** From here on R takes the normal distribution for Kendall's tau unless told otherwise. */
const KENDALL_EXACT_BELOW = 50;
/** And from here on the t distribution for Spearman's rho. */
const SPEARMAN_EXACT_BELOW = 1290;

export const CORRELATION_TEST: Bindings = {
  /** cor.test(x, y, method, exact): an htest. Rank correlations without ties are tested exactly, as in R. */
  "cor.test": bind("x y ... alternative method exact conf.level continuity data subset", (args) => {
    const [x, y] = completePairs(args);
    const method = args.text("method", "pearson");
    if (method === "pearson") {
      const level = args.number("conf.level", 0.95);
      const oneSided = args.text("alternative", "two.sided") !== "two.sided";
      return pearsonResult(args, pearson(x, y, oneSided ? 2 * level - 1 : level));
    }
    const corrected = args.flag("continuity", false);
    if (corrected && method !== "spearman") throw new DialectError("Kendall's tau with continuity correction");
    const untied = [x, y].every((values) => midRanks(values).tieSizes.length === values.length);
    const spearmans = method === "spearman";
    const exactBelow = spearmans ? SPEARMAN_EXACT_BELOW : KENDALL_EXACT_BELOW;
    if (untied && args.flag("exact", x.length < exactBelow)) return exactResult(args, x, y, spearmans);
    return spearmans ? spearmanResult(args, x, y, corrected) : kendallResult(args, kendall(x, y));
  }),

  /** psych::partial.r(data, x, y): correlations of the columns x given the columns y. */
  "partial.r": bind("data x y ...", (args) => {
    const data = args.frame("data");
    const held = textsOf(args.value("y")).map((name) => numericColumn(data, name));
    const names = textsOf(args.value("x"));
    const columns = names.map((name) => numericColumn(data, name));
    const rows = columns.map((x, row) =>
      columns.map((y, at) => (row === at ? 1 : figureOf(partialCorrelation(x, y, held)))),
    );
    return matrix(names, names, rows);
  }),
};

function textsOf(value: RValue): readonly string[] {
  return asTexts(value).values.map((item) => item ?? "");
}

function completePairs(args: Arguments): readonly [readonly number[], readonly number[]] {
  const [x, y] = twoColumns(args);
  const pairs = x.flatMap((value, index) => {
    const other = y[index];
    return value === null || other === null || other === undefined ? [] : [[value, other] as const];
  });
  return [pairs.map(([value]) => value), pairs.map(([, other]) => other)];
}

/** x and y, or the two variables of ~ x + y. */
function twoColumns(args: Arguments): readonly [readonly (number | null)[], readonly (number | null)[]] {
  const x = args.value("x");
  if (x.kind !== "language") return [asNumbers(x).values, asNumbers(args.value("y")).values];
  const table = modelFrame(args.interpreter, x, args.optional("data") ?? args.optional("y"));
  const [left, right] = [...table.values.values()];
  if (left === undefined || right === undefined) throw new DialectError("Expected ~ x + y");
  return [asNumbers(left).values, asNumbers(right).values];
}

function pearsonResult(args: Arguments, estimate: Estimate): RList {
  if (estimate.kind !== "estimate") throw new DialectError("No correlation");
  const df = estimate.degreesOfFreedom ?? 0;
  const statistic = estimate.test?.statistic ?? 0;
  return list({
    statistic: labelled("t", statistic),
    parameter: labelled("df", df),
    "p.value": sided(
      args,
      estimate,
      () => tCdf(statistic, df),
      () => tUpper(statistic, df),
    ),
    estimate: labelled("cor", estimate.value),
    "conf.int": confidenceLimits(towards(estimate, args.text("alternative", "two.sided"))),
  });
}

/** An interval of a one-sided test reaches the last possible correlation on the other side. */
function towards(estimate: Estimate, alternative: string): Estimate {
  if (estimate.kind !== "estimate" || alternative === "two.sided") return estimate;
  const { interval } = estimate;
  return { ...estimate, interval: alternative === "less" ? { ...interval, low: -1 } : { ...interval, high: 1 } };
}

function spearmanResult(args: Arguments, x: readonly number[], y: readonly number[], corrected: boolean): RList {
  const estimate = spearman(x, y);
  const n = x.length;
  const rho = figureOf(estimate) ?? correlationOf(midRanks(x).ranks, midRanks(y).ranks);
  const df = n - 2;
  const statistic = estimate.kind === "estimate" ? (estimate.test?.statistic ?? 0) : 0;
  const squares = rho === null ? null : ((n ** 3 - n) * (1 - rho)) / 6;
  if (corrected && squares !== null) {
    const r = 1 - squares / ((n ** 3 - n) / 6 + 1);
    const t = r / Math.sqrt((1 - r ** 2) / df);
    const [less, greater] = [tCdf(t, df), tUpper(t, df)];
    const pValue = oneOrBoth(args.text("alternative", "two.sided"), less, greater, (rho ?? 0) < 0 ? less : greater);
    return list({ statistic: labelled("S", squares), "p.value": pValue, estimate: labelled("rho", rho) });
  }
  return list({
    statistic: labelled("S", squares),
    "p.value": sided(
      args,
      estimate,
      () => tCdf(statistic, df),
      () => tUpper(statistic, df),
    ),
    estimate: labelled("rho", rho),
  });
}

/** Few squared differences, or many concordant pairs, speak for a positive correlation. */
function exactResult(args: Arguments, x: readonly number[], y: readonly number[], spearmans: boolean): RList {
  const n = x.length;
  const alternative = args.text("alternative", "two.sided");
  if (spearmans) {
    const rho = correlationOf(midRanks(x).ranks, midRanks(y).ranks) ?? 0;
    const squares = Math.round(((n ** 3 - n) * (1 - rho)) / 6);
    const { atMost, atLeast } = spearmanTails(squares, n);
    const pValue = oneOrBoth(alternative, atLeast, atMost, squares > (n ** 3 - n) / 6 ? atLeast : atMost);
    return list({ statistic: labelled("S", squares), "p.value": pValue, estimate: labelled("rho", rho) });
  }
  const concordant = x.reduce(
    (total, one, i) => total + x.slice(0, i).filter((other, j) => one > other === (y[i] ?? 0) > (y[j] ?? 0)).length,
    0,
  );
  const tau = (4 * concordant) / (n * (n - 1)) - 1;
  const { atMost, atLeast } = kendallTails(concordant, n);
  const pValue = oneOrBoth(alternative, atMost, atLeast, Math.min(atMost, atLeast));
  return list({ statistic: labelled("T", concordant), "p.value": pValue, estimate: labelled("tau", tau) });
}

function oneOrBoth(alternative: string, less: number, greater: number, nearer: number): number {
  if (alternative === "less") return less;
  return alternative === "greater" ? greater : Math.min(1, 2 * nearer);
}

function kendallResult(args: Arguments, estimate: Estimate): RList {
  const statistic = estimate.kind === "estimate" ? (estimate.test?.statistic ?? 0) : 0;
  return list({
    statistic: labelled("z", estimate.kind === "estimate" ? statistic : null),
    "p.value": sided(
      args,
      estimate,
      () => normalCdf(statistic),
      () => normalUpper(statistic),
    ),
    estimate: labelled("tau", figureOf(estimate)),
  });
}

function sided(args: Arguments, estimate: Estimate, less: () => number, greater: () => number): number | null {
  if (estimate.kind !== "estimate") return null;
  const alternative = args.text("alternative", "two.sided");
  if (alternative === "less") return less();
  return alternative === "greater" ? greater() : (estimate.test?.pValue ?? null);
}
