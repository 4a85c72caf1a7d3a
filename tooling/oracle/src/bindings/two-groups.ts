import { midRanks } from "@alongside/statistics/descriptive/ranks";
import type { Estimate } from "@alongside/statistics/estimate";
import { locationShift } from "@alongside/statistics/groups/location-shift";
import { meanDifference } from "@alongside/statistics/groups/mean-difference";
import { exactRankSumTest, normalRankSumTest } from "@alongside/statistics/groups/rank-sum-test";
import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import { sampleSumTails } from "@alongside/statistics/groups/sample-sum-tails";
import { standardisedMeanDifference } from "@alongside/statistics/groups/standardised-mean-difference";
import { roundToTenDecimals } from "@alongside/statistics/paired/rounded-differences";
import { DialectError } from "../dialect/failure";
import { list } from "../dialect/make";
import { asNumbers } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { ends, figureOf, intervalOf } from "./figures";

/** People without the figure are left out, as R's tests leave them out. */
function knownNumbers(value: RValue): number[] {
  return asNumbers(value).values.filter((one): one is number => one !== null && !Number.isNaN(one));
}

const rounded = (value: RValue) => knownNumbers(value).map(roundToTenDecimals);

/** The exact test with ties is not asked for beyond so many people. */
const ENUMERATED_UP_TO = 200;

export const TWO_GROUPS: Bindings = {
  /** ind(a, b): difference of two means, raw and standardised. */
  ind: bind("a b", (args) => {
    const [a, b] = [knownNumbers(args.value("a")), knownNumbers(args.value("b"))];
    const [first, second] = [sampleMoments(a), sampleMoments(b)];
    const welch = meanDifference(a, b);
    const sizes = standardisedMeanDifference(a, b);
    if (sizes.kind !== "effect-sizes") throw new DialectError(`No effect sizes: ${sizes.reason}`);
    const { cohenDInterval, hedgesGInterval } = sizes;
    return list({
      n1: first.n,
      n2: second.n,
      mean1: first.mean,
      mean2: second.mean,
      sd1: first.sd,
      sd2: second.sd,
      diff: figureOf(welch),
      welch: tTestBlock(welch, true),
      student: tTestBlock(meanDifference(a, b, 0.95, "equal"), false),
      cohen_d_pooled: sizes.cohenD,
      d_ci95_noncentral_t: ends([cohenDInterval.low, cohenDInterval.high]),
      J_exact: sizes.correction,
      hedges_g: sizes.hedgesG,
      g_ci95: ends([hedgesGInterval.low, hedgesGInterval.high]),
      d_average_sd: sizes.dAverageSd,
      glass_delta_sd2: typeof sizes.glassDelta === "number" ? sizes.glassDelta : null,
      metafor_SMD: list({ yi: sizes.hedgesG, vi: sizes.hedgesGVariance }),
    });
  }),

  /** mwu(a, b): rank sum statistics of values rounded to 10 decimals. */
  mwu: bind("a b", (args) => {
    const [a, b] = [rounded(args.value("a")), rounded(args.value("b"))];
    const [plain, corrected] = [normalRankSumTest(a, b, false), normalRankSumTest(a, b, true)];
    if (plain.kind !== "test" || corrected.kind !== "test") throw new DialectError("No rank sum test");
    const exact = plain.tied ? undefined : exactRankSumTest(a, b);
    const shift = locationShift(a, b, { interval: "normal" });
    return list({
      n1: a.length,
      n2: b.length,
      ties: plain.tied,
      W: plain.statistic,
      p_normal_cc: corrected.pValue,
      p_normal: plain.pValue,
      hodges_lehmann_shift: figureOf(shift),
      normal_ci95_cc: intervalOf(shift),
      cliffs_delta: plain.cliffsDelta,
      prob_superiority: plain.probabilityOfSuperiority,
      exact: exact?.kind === "test" ? exactBlock(exact.pValue, locationShift(a, b)) : undefined,
      exact_with_ties:
        plain.n <= ENUMERATED_UP_TO
          ? list({ p: exactRankTestsPValue(a, b, plain.statistic), package: "exactRankTests" })
          : undefined,
    });
  }),
};

function exactBlock(pValue: number, shift: Estimate): RList {
  return list({ p: pValue, ci95: intervalOf(shift), estimate: figureOf(shift) });
}

function tTestBlock(estimate: Estimate, withError: boolean): RList {
  if (estimate.kind !== "estimate") throw new DialectError(`No t test: ${estimate.kind}`);
  return list({
    t: estimate.test?.statistic ?? null,
    df: estimate.degreesOfFreedom ?? null,
    p: estimate.test?.pValue ?? null,
    se: withError ? estimate.standardError : undefined,
    ci95: intervalOf(estimate),
  });
}

/**
 * The two-sided p value of exactRankTests. It compares distances from a mean that is a rounded product, and so loses, for
 * some group sizes, the sums that lie exactly as far on the other side as the one seen. Our own test counts them.
 */
export function exactRankTestsPValue(a: readonly number[], b: readonly number[], u: number): number {
  const n = a.length + b.length;
  const { ranks } = midRanks([...a, ...b]);
  const doubled = ranks.map((rank) => 2 * rank);
  const seen = u + (a.length * (a.length + 1)) / 2;
  const mirrored = a.length * (n + 1) - seen;
  const rounded = (a.length / n) * ((n * (n + 1)) / 2);
  const distance = seen - rounded;
  if (distance === 0) return 1;
  const own = sampleSumTails(doubled, a.length, 2 * seen);
  const counted = distance > 0 ? mirrored - rounded <= -distance : mirrored - rounded >= -distance;
  // A half rank further out where the mirrored sum itself is lost.
  const outwards = counted ? 0 : Math.sign(distance);
  const other = sampleSumTails(doubled, a.length, 2 * mirrored - outwards);
  return Math.min(1, distance > 0 ? own.atLeast + other.atMost : own.atMost + other.atLeast);
}
