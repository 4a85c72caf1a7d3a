import { normalCritical } from "@alongside/statistics/distribution/normal";
import type { Interval } from "@alongside/statistics/estimate";
import { clopperPearsonInterval, exactBinomialPValue } from "@alongside/statistics/proportions/exact-binomial";
import { conditionalMaximumOddsRatio, fisherExactPValue } from "@alongside/statistics/proportions/fisher-two-by-two";
import {
  conditionalOddsRatio,
  conditionalOddsRatioWaldInterval,
  mcnemarTests,
} from "@alongside/statistics/proportions/mcnemar";
import { netImprovement } from "@alongside/statistics/proportions/net-improvement";
import {
  bonettPriceInterval,
  newcombePairedInterval,
  pairedWaldInterval,
  tangoInterval,
} from "@alongside/statistics/proportions/paired-difference-intervals";
import { pairedProportionChange } from "@alongside/statistics/proportions/paired-proportion-change";
import { type PairedTable, pairedTable } from "@alongside/statistics/proportions/paired-table";
import { proportionIntervals } from "@alongside/statistics/proportions/proportion-intervals";
import {
  agrestiCaffoInterval,
  riskDifference,
  riskDifferenceWaldInterval,
} from "@alongside/statistics/proportions/risk-difference";
import { oddsRatio, riskRatio } from "@alongside/statistics/proportions/risk-ratio";
import type { TwoGroups } from "@alongside/statistics/proportions/two-by-two";
import { twoProportionEffects } from "@alongside/statistics/proportions/two-proportion-effects";
import { wilsonCorrectedInterval, wilsonInterval } from "@alongside/statistics/proportions/wilson-interval";
import { list } from "../dialect/make";
import { asFlags } from "../dialect/read";
import { type Bindings, bind, type RNumber, type RValue } from "../dialect/values";
import { ends, figureOf, intervalOf } from "./figures";
import { asSearched, fisherSearch } from "./fisher-search";

/** Both ends of an interval that may be absent. */
const both = (interval: Interval | null | undefined) => ends(interval ? [interval.low, interval.high] : [null, null]);

/** exp(log(b / c) -+ z se) as R reckons it where nobody changed in one direction: one end is known, the other not. */
function waldEnds({ preOnly, postOnly }: PairedTable, interval: Interval | null): RNumber {
  if (interval !== null || preOnly + postOnly === 0) return both(interval);
  return ends(preOnly === 0 ? [0, null] : [null, Number.POSITIVE_INFINITY]);
}

/** Our differences are after minus before; the helper's are before minus after. */
function turned(interval: Interval | null): RNumber {
  return ends(interval === null ? [null, null] : [-interval.high, -interval.low]);
}

/** The two answers of everybody who gave both. */
function knownPairs(pre: RValue, post: RValue): { pre: boolean[]; post: boolean[] } {
  const [before, after] = [asFlags(pre).values, asFlags(post).values];
  const known = before.flatMap((one, index) => {
    const other = after[index] ?? null;
    return one === null || other === null ? [] : [[one, other] as const];
  });
  return { pre: known.map(([one]) => one), post: known.map(([, other]) => other) };
}

export const PROPORTIONS: Bindings = {
  /** mcn(pre, post): everything about a yes/no question asked twice; differences before minus after. */
  mcn: bind("pre post", (args) => {
    const { pre, post } = knownPairs(args.value("pre"), args.value("post"));
    const table = pairedTable(pre, post);
    // Its odds ratio is lost over gained too.
    const reversed = { ...table, preOnly: table.postOnly, postOnly: table.preOnly };
    const tests = mcnemarTests(table);
    const known = tests.kind === "mcnemar-tests" ? tests : undefined;
    const ratio = conditionalOddsRatio(reversed);
    const n = pre.length;
    const change = figureOf(pairedProportionChange(reversed));
    return list({
      table: list({ both: table.both, pre_only: table.preOnly, post_only: table.postOnly, neither: table.neither }),
      n,
      p_pre: (table.both + table.preOnly) / n,
      p_post: (table.both + table.postOnly) / n,
      diff_pre_minus_post: change,
      chi2_cc: known?.corrected.statistic ?? null,
      p_cc: known?.corrected.pValue ?? null,
      chi2: known?.uncorrected.statistic ?? null,
      p_asymptotic: known?.uncorrected.pValue ?? null,
      p_exact: known?.exactPValue ?? null,
      p_mid: known?.midPValue ?? null,
      or_conditional: figureOf(ratio),
      // Where nobody gained there is no upper limit, but still a lower one.
      or_exact_ci95: known === undefined ? ends([null, null]) : oddsOf(table.preOnly, known.discordant),
      or_wald_ci95: waldEnds(table, conditionalOddsRatioWaldInterval(reversed)),
      newcombe_method10_ci95: turned(newcombePairedInterval(table)),
      wald_ci95: turned(pairedWaldInterval(table)),
      tango_score_ci95: turned(tangoInterval(table)),
      bonett_price_ci95: turned(bonettPriceInterval(table)),
    });
  }),
  /** newc_pair(both, pre only, post only, neither): Newcombe's method 10, before minus after. */
  newc_pair: bind("a b c d", (args) => {
    const [a, b, c, d] = [args.number("a"), args.number("b"), args.number("c"), args.number("d")];
    return turned(newcombePairedInterval({ both: a, preOnly: b, postOnly: c, neither: d }));
  }),
  /** prop1(x, n): one proportion under all intervals. */
  prop1: bind("x n", (args) => {
    const [x, n] = [args.number("x"), args.number("n")];
    const found = proportionIntervals(x, n);
    const known = found.kind === "proportion-intervals" ? found : undefined;
    return list({
      x,
      n,
      p: known?.value ?? null,
      wilson: both(known?.wilson),
      wilson_cc: both(known?.wilsonCorrected),
      prop_test_cc: both(propTestInterval(x, n, 0.95, true)),
      clopper_pearson: both(known?.clopperPearson),
      agresti_coull: both(known?.agrestiCoull),
      jeffreys: both(known?.jeffreys),
      wald: both(known?.wald),
      exact_p_vs_half: exactBinomialPValue(x, n, 0.5),
    });
  }),
  /** two(x1, n1, x2, n2): two independent proportions, first minus or over second. */
  two: bind("x1 n1 x2 n2", (args) => {
    const [x1, n1, x2, n2] = [args.number("x1"), args.number("n1"), args.number("x2"), args.number("n2")];
    const groups = { successes1: x1, n1, successes2: x2, n2 };
    const difference = riskDifference(groups);
    const [risks, odds] = [riskRatio(groups), oddsRatio(groups)];
    const [exact, searched] = [conditionalMaximumOddsRatio(groups), fisherSearch(groups, 0.95, "two.sided")];
    const limits = exact.kind === "estimate" ? exact.interval : { low: lowerByExchange(groups), high: null };
    const found = twoProportionEffects(groups);
    const effects = found.kind === "two-proportion-effects" ? found : undefined;
    return list({
      x1,
      n1,
      x2,
      n2,
      risk_diff: figureOf(difference),
      newcombe_ci95: intervalOf(difference),
      newcombe_epi_pkg: intervalOf(difference),
      wald_ci95: both(riskDifferenceWaldInterval(groups)),
      agresti_caffo: both(agrestiCaffoInterval(groups)),
      risk_ratio: figureOf(risks) ?? x1 / n1 / (x2 / n2),
      rr_ci95_log:
        risks.kind === "estimate"
          ? intervalOf(risks)
          : logLimits(x1 / n1 / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2),
      odds_ratio: figureOf(odds) ?? crossRatio(groups),
      or_ci95_wald:
        odds.kind === "estimate"
          ? intervalOf(odds)
          : logLimits(crossRatio(groups), 1 / x1 + 1 / (n1 - x1) + 1 / x2 + 1 / (n2 - x2)),
      nnt: effects?.numberNeededToTreat ?? null,
      chisq: effects?.chiSquared.statistic ?? null,
      p_chisq: effects?.chiSquared.pValue ?? null,
      chisq_yates: effects?.chiSquaredYates.statistic ?? null,
      p_yates: effects?.chiSquaredYates.pValue ?? null,
      fisher_p: fisherExactPValue(groups),
      fisher_or_cmle: asSearched(figureOf(exact), searched.oddsRatio),
      fisher_ci95: ends([asSearched(limits.low, searched.interval[0]), asSearched(limits.high, searched.interval[1])]),
      phi: effects?.phi ?? null,
      cohen_h: effects?.cohenH ?? 2 * (Math.asin(Math.sqrt(x1 / n1)) - Math.asin(Math.sqrt(x2 / n2))),
    });
  }),
  /** net(up, down, n): share improved less share worsened. */
  net: bind("up down n", (args) => {
    const found = netImprovement(args.number("up"), args.number("down"), args.number("n"));
    const known = found.kind === "estimate" ? found : undefined;
    return list({ net: figureOf(found), se: known?.standardError ?? null, ci95: intervalOf(found) });
  }),
};

const crossRatio = ({ successes1, n1, successes2, n2 }: TwoGroups): number =>
  (successes1 * (n2 - successes2)) / (successes2 * (n1 - successes1));

/** What the formula with logarithms gives where a cell is empty: 0, an infinity, or nothing. */
function logLimits(ratio: number, variance: number): RNumber {
  const reach = normalCritical(0.95) * Math.sqrt(variance);
  return ends([Math.exp(Math.log(ratio) - reach), Math.exp(Math.log(ratio) + reach)]);
}

/** Exact limits of the odds of one kind of change; an infinite one is NA in the outputs. */
function oddsOf(count: number, discordant: number): RNumber {
  const { low, high } = clopperPearsonInterval(count, discordant);
  return ends([low / (1 - low), high / (1 - high)]);
}

/** The lower limit of an infinite odds ratio, from the upper one of its inverse. */
function lowerByExchange({ successes1, n1, successes2, n2 }: TwoGroups): number | null {
  const inverse = conditionalMaximumOddsRatio({ successes1: successes2, n1: n2, successes2: successes1, n2: n1 });
  return inverse.kind === "estimate" ? 1 / inverse.interval.high : null;
}

/** R leaves the correction out where exactly half succeed, and shortens it where they are nearer to half than that. */
function propTestInterval(x: number, n: number, level: number, correct: boolean): Interval {
  return correct && 2 * x !== n ? wilsonCorrectedInterval(x, n, level) : wilsonInterval(x, n, level);
}
