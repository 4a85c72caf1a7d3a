import { normalCritical } from "@alongside/statistics/distribution/normal";
import { signedRankCdf, signedRankQuantile } from "@alongside/statistics/distribution/signed-rank";
import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import { signTest } from "@alongside/statistics/paired/sign-test";
import { exactSignedRankTest, normalSignedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import { signedRanks } from "@alongside/statistics/paired/signed-ranks";
import { list } from "../dialect/make";
import { type Bindings, bind, type RList } from "../dialect/values";
import { bracketedRoot } from "./bracketed-root";
import { ends, figureOf, intervalOf, numericColumn } from "./figures";
import { signedRankScore } from "./rank-scores";

/** The exact test of data without ties is R's up to 50, where R itself turns to the normal distribution. */
const EXACT_BELOW = 50;
/** The exact test of data with ties is not asked for beyond. */
const ENUMERATED_UP_TO = 200;

export const SIGNED_RANK: Bindings = {
  /** wsr(d, pre, post): signed rank statistics of post - pre, given the names of two columns. */
  wsr: bind("d pre post", (args) => {
    const frame = args.frame("d");
    const pre = numericColumn(frame, args.text("pre"));
    const post = numericColumn(frame, args.text("post"));
    const differences = roundedDifferences(pre, post);
    const changed = differences.filter((difference) => difference !== 0);
    const ranked = signedRanks(differences, "drop");
    const pratt = normalSignedRankTest(signedRanks(differences, "pratt"), false);
    const corrected = normalSignedRankTest(ranked, true);
    const plain = normalSignedRankTest(ranked, false);
    const sign = signTest(differences);
    const enumerated = ranked.ranks.length <= ENUMERATED_UP_TO ? exactSignedRankTest(ranked) : undefined;
    return list({
      n_pairs: ranked.n,
      n_zero: ranked.zeros,
      n_used: ranked.ranks.length,
      ties: ranked.tied,
      V: ranked.positive,
      V_negative: ranked.negative,
      matched_rank_biserial: plain.kind === "test" ? plain.rankBiserial : null,
      normal_cc: list({
        p: corrected.kind === "test" ? corrected.pValue : null,
        p_no_cc: plain.kind === "test" ? plain.pValue : null,
        z_no_cc: plain.kind === "test" ? (plain.z ?? null) : null,
      }),
      hodges_lehmann_all: centreOf(differences),
      hodges_lehmann_nonzero: centreOf(changed),
      normal_ci95_cc: ends(normalLimits(changed, 0.95)),
      normal_estimate_rootfind: rootOfScore(changed),
      exact: !ranked.tied && ranked.zeros === 0 && ranked.n < EXACT_BELOW ? exactBlock(changed) : undefined,
      exact_with_ties_zeros_dropped:
        enumerated?.kind === "test" ? list({ p: enumerated.pValue, package: "exactRankTests" }) : undefined,
      without_rounding: withoutRounding(pre, post),
      pratt: list({
        z: pratt.kind === "test" ? (pratt.z ?? null) : null,
        p: pratt.kind === "test" ? pratt.pValue : null,
      }),
      sign_test: list({
        pos: differences.filter((difference) => difference > 0).length,
        neg: differences.filter((difference) => difference < 0).length,
        p: sign.kind === "estimate" ? (sign.test?.pValue ?? null) : 1,
        p_hat: figureOf(sign),
        ci95: intervalOf(sign),
      }),
    });
  }),
};

/** Median of Walsh averages, also where everyone changed alike. */
function centreOf(differences: readonly number[]): number | null {
  const [first] = differences;
  if (first !== undefined && differences.every((difference) => difference === first)) return first;
  return figureOf(pseudoMedian(differences));
}

/** R widens the error rate twofold until the scores at both ends of the data bracket it. */
export function normalLimits(changed: readonly number[], level: number): readonly (number | null)[] {
  const [atLow, atHigh] = [Math.min(...changed), Math.max(...changed)].map((end) =>
    signedRankScore(changed, end, true),
  );
  if (atLow === undefined || atHigh === undefined || !Number.isFinite(atLow - atHigh)) return [null, null];
  let alpha = 1 - level;
  const misses = () => atLow - normalCritical(1 - alpha) < 0 || atHigh + normalCritical(1 - alpha) > 0;
  while (alpha < 1 && misses()) alpha *= 2;
  if (alpha >= 1) {
    const middle = medianOf(changed);
    return [middle, middle];
  }
  const found = pseudoMedian(changed, { level: 1 - alpha, interval: "normal" });
  return found.kind === "estimate" ? [found.interval.low, found.interval.high] : [null, null];
}

/** R's estimate in normal mode: where the standardised statistic of the shifted data crosses 0. */
export function rootOfScore(changed: readonly number[], tolerance = 1e-12): number | null {
  const [low, high] = [Math.min(...changed), Math.max(...changed)];
  const score = (shift: number) => signedRankScore(changed, shift, false);
  return Number.isFinite(score(low) - score(high)) ? bracketedRoot(score, low, high, tolerance) : null;
}

function exactBlock(changed: readonly number[]): RList {
  const test = exactSignedRankTest(signedRanks(changed, "drop"));
  const estimate = pseudoMedian(changed);
  return list({
    p: test.kind === "test" ? test.pValue : null,
    ci95: intervalOf(estimate),
    achieved_conf: achievedLevel(changed.length),
    estimate: figureOf(estimate),
    p_greater: test.kind === "test" ? test.pGreater : null,
    p_less: test.kind === "test" ? test.pLess : null,
  });
}

/** R states the level asked for unless the error rate is missed by half of itself. */
function achievedLevel(n: number): number {
  const alpha = 0.05;
  const place = Math.max(1, signedRankQuantile(alpha / 2, n));
  const achieved = 2 * signedRankCdf(place - 1, n);
  return achieved - alpha > alpha / 2 ? 1 - Number(achieved.toPrecision(2)) : 1 - alpha;
}

function withoutRounding(pre: readonly number[], post: readonly number[]): RList {
  const raw = signedRanks(
    post.map((after, index) => after - (pre[index] ?? 0)),
    "drop",
  );
  const test = normalSignedRankTest(raw, true);
  return list({ V: raw.positive, p_cc: test.kind === "test" ? test.pValue : null, ties: raw.tied });
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
