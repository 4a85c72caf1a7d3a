import { normalCritical } from "@alongside/statistics/distribution/normal";
import { locationShift } from "@alongside/statistics/groups/location-shift";
import { exactRankSumTest, normalRankSumTest } from "@alongside/statistics/groups/rank-sum-test";
import { adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";
import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { exactSignedRankTest, normalSignedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import { signedRanks } from "@alongside/statistics/paired/signed-ranks";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, matrix, numbers } from "../dialect/make";
import { type Bindings, bind, type RList } from "../dialect/values";
import { bracketedRoot } from "./bracketed-root";
import { figureOf, labelled } from "./figures";
import { adjustmentOf } from "./group-tests";
import { groupedValues } from "./grouped-values";
import { confidenceLimits } from "./htest";
import { rankSumScore } from "./rank-scores";
import { type Samples, samplesOf } from "./samples";
import { normalLimits, rootOfScore } from "./signed-rank";
import { exactRankTestsPValue } from "./two-groups";

/** From here on R takes the normal distribution unless told otherwise. */
const EXACT_BELOW = 50;

export const WILCOXON: Bindings = {
  /** wilcox.test(x, y, paired, exact, correct, conf.int), wilcox.test(y ~ group, data): an htest. Ties end exactness. */
  "wilcox.test": bind(
    "x y ... alternative mu paired exact correct conf.int conf.level tol.root digits.rank data subset",
    (args) => wilcoxon(args, "r"),
  ),
  /** exactRankTests::wilcox.exact: exact with ties too. */
  "wilcox.exact": bind("x y ... alternative mu paired exact conf.int conf.level data subset", (args) =>
    wilcoxon(args, "ties"),
  ),
  "pairwise.wilcox.test": bind("x g p.adjust.method paired exact correct ...", pairwiseWilcoxon),
};

/** pairwise.wilcox.test: R's triangle of adjusted p values. */
function pairwiseWilcoxon(args: Arguments): RList {
  const { names, values } = groupedValues(args.value("x"), args.value("g"));
  const places = names.flatMap((_, first) => names.slice(first + 1).map((__, at) => [first, first + 1 + at] as const));
  const raw = places.map(([first, second]) => {
    const [a, b] = [values[second] ?? [], values[first] ?? []];
    const plain = normalRankSumTest(a, b, corrected(args));
    if (plain.kind !== "test") throw new DialectError("Not enough observations");
    const exact = !plain.tied && args.flag("exact", Math.max(a.length, b.length) < EXACT_BELOW);
    const test = exact ? exactRankSumTest(a, b) : plain;
    return test.kind === "test" ? test.pValue : 1;
  });
  const adjusted = adjustPValues(raw, adjustmentOf(args.text("p.adjust.method", "holm")));
  const rows = names.slice(1).map((_, row) =>
    names.slice(0, -1).map((__, column) => {
      const at = places.findIndex(([first, second]) => first === column && second === row + 1);
      return adjusted[at] ?? null;
    }),
  );
  return list({ "p.value": matrix(names.slice(1), names.slice(0, -1), rows) });
}

type Exactness = "r" | "ties";

function wilcoxon(args: Arguments, exactness: Exactness): RList {
  const mu = args.number("mu", 0);
  const samples = samplesOf(args, args.flag("paired", false));
  return samples.kind === "one"
    ? signedRankResult(
        args,
        samples.values.map((value) => value - mu),
        mu,
        exactness,
      )
    : rankSumResult(args, samples, mu, exactness);
}

interface Sides {
  readonly pValue: number;
  readonly pLess: number;
  readonly pGreater: number;
}

function pOf(args: Arguments, test: Sides): number {
  const alternative = args.text("alternative", "two.sided");
  return alternative === "two.sided" ? test.pValue : alternative === "less" ? test.pLess : test.pGreater;
}

function corrected(args: Arguments): boolean {
  return args.flag("correct", true);
}

function signedRankResult(args: Arguments, values: readonly number[], mu: number, exactness: Exactness): RList {
  const ranked = signedRanks(values, "drop");
  const wanted = args.flag("exact", ranked.ranks.length < EXACT_BELOW);
  const exact = wanted && (exactness === "ties" || (!ranked.tied && ranked.zeros === 0));
  const test = exact ? exactSignedRankTest(ranked) : normalSignedRankTest(ranked, exactness === "r" && corrected(args));
  if (test.kind !== "test") throw new DialectError("Not enough observations");
  const shared = { statistic: labelled("V", test.statistic), "p.value": pOf(args, test) };
  if (!args.flag("conf.int", false)) return list(shared);
  twoSidedOnly(args);
  const level = args.number("conf.level", 0.95);
  const changed = values.filter((value) => value !== 0);
  if (exact) {
    const found = pseudoMedian(changed, { level });
    return list({
      ...shared,
      "conf.int": confidenceLimits(found),
      estimate: labelled("(pseudo)median", figureOf(found)),
    });
  }
  const moved = changed.map((value) => value + mu);
  return list({
    ...shared,
    "conf.int": numbers(normalLimits(moved, level)),
    estimate: labelled("(pseudo)median", rootOfScore(moved, args.number("tol.root", 1e-4))),
  });
}

function rankSumResult(
  args: Arguments,
  samples: Extract<Samples, { readonly kind: "two" }>,
  mu: number,
  exactness: Exactness,
): RList {
  const [first, second] = [samples.first.map((value) => value - mu), samples.second];
  const plain = normalRankSumTest(first, second, exactness === "r" && corrected(args));
  if (plain.kind !== "test") throw new DialectError("Not enough observations");
  const wanted = args.flag("exact", Math.max(first.length, second.length) < EXACT_BELOW);
  const exact = wanted && (exactness === "ties" || !plain.tied);
  const test = exact ? exactRankSumTest(first, second) : plain;
  if (test.kind !== "test") throw new DialectError("Not enough observations");
  const rounding = exactness === "ties" && exact && args.text("alternative", "two.sided") === "two.sided";
  const pValue = rounding ? exactRankTestsPValue(first, second, test.statistic) : pOf(args, test);
  const shared = { statistic: labelled("W", test.statistic), "p.value": pValue };
  if (!args.flag("conf.int", false)) return list(shared);
  twoSidedOnly(args);
  const level = args.number("conf.level", 0.95);
  const name = "difference in location";
  if (exact) {
    const shift = locationShift(samples.first, second, { level });
    return list({ ...shared, "conf.int": confidenceLimits(shift), estimate: labelled(name, figureOf(shift)) });
  }
  const [low, high, centre] = searched(samples.first, second, level, args.number("tol.root", 1e-4), corrected(args));
  return list({ ...shared, "conf.int": numbers([low, high]), estimate: labelled(name, centre) });
}

/** R's limits and estimate in normal mode, as near as its tolerance brings it. */
function searched(a: readonly number[], b: readonly number[], level: number, tolerance: number, correct: boolean) {
  const [low, high] = [Math.min(...a) - Math.max(...b), Math.max(...a) - Math.min(...b)];
  const root = (score: number, continuity: boolean) => {
    const f = (shift: number) => rankSumScore(a, b, shift, continuity) - score;
    if (f(low) <= 0) return low;
    return f(high) >= 0 ? high : bracketedRoot(f, low, high, tolerance);
  };
  const critical = normalCritical(level);
  return [root(critical, correct), root(-critical, correct), root(0, false)] as const;
}

function twoSidedOnly(args: Arguments): void {
  if (args.text("alternative", "two.sided") !== "two.sided") throw new DialectError("One-sided intervals of ranks");
}
