import { areFinite, type InsufficientData, insufficient, tooFew } from "../estimate";
import { hedgesCorrection } from "../paired/hedges-correction";
import { type StudyEffect, studyEffect } from "./effect-of-tables";

/** Mean, standard deviation and number of people of a group. */
export interface GroupSummary {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/** First mean less second; variance s1^2/n1 + s2^2/n2. R: metafor::escalc("MD"). */
export function meanDifference(first: GroupSummary, second: GroupSummary): StudyEffect | InsufficientData {
  const refused = unusable(first, second);
  if (refused !== undefined) return refused;
  const value = first.mean - second.mean;
  return studyEffect(value, first.sd ** 2 / first.n + second.sd ** 2 / second.n, first.n + second.n);
}

/**
 * Hedges' g: the difference over the pooled standard deviation, times the exact J(n1 + n2 - 2); variance
 * 1/n1 + 1/n2 + g^2 / 2(n1 + n2). Source: Hedges (1981), J Educational Statistics 6, 107-128.
 * R: metafor::escalc("SMD").
 */
export function standardisedMeanDifference(first: GroupSummary, second: GroupSummary): StudyEffect | InsufficientData {
  const refused = unusable(first, second);
  if (refused !== undefined) return refused;
  const df = first.n + second.n - 2;
  const pooled = Math.sqrt(((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / df);
  if (!(pooled > 0)) return insufficient("no-spread", first.n + second.n);
  const value = (hedgesCorrection(df) * (first.mean - second.mean)) / pooled;
  const n = first.n + second.n;
  return studyEffect(value, 1 / first.n + 1 / second.n + value ** 2 / (2 * n), n);
}

/** The change of one group, before and after. */
export interface ChangeSummary {
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Of the measurement the change is standardised by, the one before. */
  readonly sdBefore: number;
  readonly correlation: number;
  readonly n: number;
}

/**
 * g_pre: mean change over the standard deviation before, times J(n - 1); variance 2(1 - r)/n + g^2/2n.
 * Source: Becker (1988), Brit J Math Stat Psychol 41, 257-278. R: metafor::escalc("SMCR"), where the mean after is m1i
 * and the standard deviation before is sd1i.
 */
export function standardisedMeanChange(change: ChangeSummary): StudyEffect | InsufficientData {
  const { meanBefore, meanAfter, sdBefore, correlation, n } = change;
  if (n < 3) return tooFew(3, n);
  if (!areFinite([meanBefore, meanAfter, sdBefore])) return insufficient("not-finite", n);
  if (!(sdBefore > 0)) return insufficient("no-spread", n);
  const value = (hedgesCorrection(n - 1) * (meanAfter - meanBefore)) / sdBefore;
  return studyEffect(value, (2 * (1 - correlation)) / n + value ** 2 / (2 * n), n);
}

function unusable(first: GroupSummary, second: GroupSummary): InsufficientData | undefined {
  const smaller = Math.min(first.n, second.n);
  if (smaller < 2) return tooFew(2, smaller);
  const figures = [first, second].flatMap(({ mean, sd }) => [mean, sd]);
  return areFinite(figures) ? undefined : insufficient("not-finite", first.n + second.n);
}
