import { locationShift } from "@alongside/statistics/groups/location-shift";
import { exactRankSumTest, normalRankSumTest } from "@alongside/statistics/groups/rank-sum-test";
import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { exactSignedRankTest, normalSignedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import { signedRanks } from "@alongside/statistics/paired/signed-ranks";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list } from "../dialect/make";
import { type Bindings, bind, type RList } from "../dialect/values";
import { ends, figureOf, intervalOf, labelled } from "./figures";
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
};

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
    return list({ ...shared, "conf.int": intervalOf(found), estimate: labelled("(pseudo)median", figureOf(found)) });
  }
  const moved = changed.map((value) => value + mu);
  return list({
    ...shared,
    "conf.int": ends(normalLimits(moved, level)),
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
  const shift = locationShift(samples.first, second, { level, interval: exact ? "automatic" : "normal" });
  return list({
    ...shared,
    "conf.int": intervalOf(shift),
    estimate: labelled("difference in location", figureOf(shift)),
  });
}

function twoSidedOnly(args: Arguments): void {
  if (args.text("alternative", "two.sided") !== "two.sided") throw new DialectError("One-sided intervals of ranks");
}
