import type { InsufficientData } from "@alongside/statistics/estimate";
import { dunn } from "@alongside/statistics/groups/dunn";
import { bartlettTest, leveneTest } from "@alongside/statistics/groups/equal-variances";
import { kruskalWallis } from "@alongside/statistics/groups/kruskal-wallis";
import { oneWayAnova } from "@alongside/statistics/groups/one-way-anova";
import {
  pairwiseTTests,
  type SpreadOfPairs,
  studentisedRangeComparisons,
} from "@alongside/statistics/groups/pairwise-means";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { welchAnova } from "@alongside/statistics/groups/welch-anova";
import type { Adjustment } from "@alongside/statistics/multiplicity/adjust-p-values";
import { DialectError } from "../dialect/failure";
import { frame, list, matrix, numbers, texts } from "../dialect/make";
import { type Bindings, bind, type RList, type RNumber } from "../dialect/values";
import { type GroupedValues, groupedValues } from "./grouped-values";

const POOLED: readonly Adjustment[] = ["none", "holm", "BH", "bonferroni", "hommel", "BY"];
const WELCH: readonly Adjustment[] = ["none", "holm", "BH"];

export const SEVERAL_GROUPS: Bindings = {
  /** kway(y, g): everything about the means and mean ranks of several groups. */
  kway: bind("y g", (args) => {
    const grouped = groupedValues(args.value("y"), args.value("g"));
    const { names, values } = grouped;
    const moments = values.map(sampleMoments);
    const anova = given(oneWayAnova(values));
    const welch = given(welchAnova(values));
    const kruskal = given(kruskalWallis(values));
    const brownForsythe = given(leveneTest(values, "median"));
    const levene = given(leveneTest(values, "mean"));
    const bartlett = given(bartlettTest(values));
    return list({
      groups: frame({
        group: texts(names),
        n: numbers(moments.map((one) => one.n)),
        mean: numbers(moments.map((one) => one.mean)),
        sd: numbers(moments.map((one) => one.sd)),
      }),
      anova: list({
        F: anova.statistic,
        df1: anova.degreesOfFreedomBetween,
        df2: anova.degreesOfFreedomWithin,
        p: anova.pValue,
        ss_between: anova.sumOfSquaresBetween,
        ss_within: anova.sumOfSquaresWithin,
        eta_sq: anova.etaSquared,
        omega_sq: anova.omegaSquared,
        epsilon_sq: anova.epsilonSquared,
      }),
      welch_anova: list({
        F: welch.statistic,
        df1: welch.degreesOfFreedomBetween,
        df2: welch.degreesOfFreedomWithin,
        p: welch.pValue,
      }),
      kruskal: list({
        H: kruskal.statistic,
        df: kruskal.degreesOfFreedom,
        p: kruskal.pValue,
        epsilon_sq: kruskal.epsilonSquared,
      }),
      tukey_hsd: tukeyTable(grouped),
      games_howell: gamesHowellTable(grouped),
      pairwise_t_pooled_sd: adjustedTables(grouped, "pooled", POOLED),
      pairwise_welch: adjustedTables(grouped, "separate", WELCH),
      dunn_holm: dunnTable(grouped),
      levene_brown_forsythe: list({ F: brownForsythe.statistic, p: brownForsythe.pValue }),
      levene_mean: list({ F: levene.statistic, p: levene.pValue }),
      bartlett: list({ K2: bartlett.statistic, p: bartlett.pValue }),
    });
  }),
};

/** The result, where R would give one. */
function given<T extends object>(result: T | InsufficientData): T {
  if ("kind" in result && result.kind === "insufficient-data") throw new DialectError(`No figure: ${result.reason}`);
  return result as T;
}

function tukeyTable({ names, values }: GroupedValues): RList {
  const pairs = given(studentisedRangeComparisons(values, "pooled"));
  return frame({
    pair: texts(pairs.map((pair) => `${names[pair.second]}-${names[pair.first]}`)),
    diff: numbers(pairs.map((pair) => pair.difference)),
    lwr: numbers(pairs.map((pair) => pair.interval.low)),
    upr: numbers(pairs.map((pair) => pair.interval.high)),
    p_adj: numbers(pairs.map((pair) => pair.adjustedPValue)),
  });
}

function gamesHowellTable({ names, values }: GroupedValues): RList {
  const pairs = given(studentisedRangeComparisons(values, "separate"));
  return frame({
    group1: texts(pairs.map((pair) => names[pair.first] ?? "")),
    group2: texts(pairs.map((pair) => names[pair.second] ?? "")),
    diff: numbers(pairs.map((pair) => pair.difference)),
    df: numbers(pairs.map((pair) => pair.degreesOfFreedom)),
    q: numbers(pairs.map((pair) => (Math.SQRT2 * Math.abs(pair.difference)) / pair.standardError)),
    p: numbers(pairs.map((pair) => pair.adjustedPValue)),
    ci_lo: numbers(pairs.map((pair) => pair.interval.low)),
    ci_hi: numbers(pairs.map((pair) => pair.interval.high)),
  });
}

function adjustedTables(grouped: GroupedValues, spread: SpreadOfPairs, adjustments: readonly Adjustment[]): RList {
  return list(Object.fromEntries(adjustments.map((one) => [one, pairwiseTable(grouped, spread, one)])));
}

/** R's triangle of pairwise.t.test: later groups in the rows, earlier ones in the columns. */
export function pairwiseTable(
  { names, values }: GroupedValues,
  spread: SpreadOfPairs,
  adjustment: Adjustment,
): RNumber {
  const pairs = given(pairwiseTTests(values, spread, adjustment));
  const found = (first: number, second: number) =>
    pairs.find((pair) => pair.first === first && pair.second === second)?.adjustedPValue ?? null;
  const rows = names.slice(1).map((_, row) => names.slice(0, -1).map((__, column) => found(column, row + 1)));
  return matrix(names.slice(1), names.slice(0, -1), rows);
}

function dunnTable({ names, values }: GroupedValues): RList {
  const pairs = given(dunn(values, "holm"));
  return frame({
    group1: texts(pairs.map((pair) => names[pair.first] ?? "")),
    group2: texts(pairs.map((pair) => names[pair.second] ?? "")),
    z: numbers(pairs.map((pair) => pair.statistic)),
    p: numbers(pairs.map((pair) => pair.pValue)),
    p_holm: numbers(pairs.map((pair) => pair.adjustedPValue)),
  });
}
