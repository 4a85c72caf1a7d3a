import { truncatedNormal } from "@alongside/statistics/censored/truncated-normal";
import type { EstimateValue, InsufficientData } from "@alongside/statistics/estimate";
import type { PairedChange } from "@alongside/statistics/paired/change-from-moments";
import { pairedChange } from "@alongside/statistics/paired/paired-change";
import { pseudoMedian } from "@alongside/statistics/paired/pseudo-median";
import { regressionToTheMean } from "@alongside/statistics/paired/regression-to-the-mean";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import { type SignedRankTest, signedRankTest } from "@alongside/statistics/paired/signed-rank-test";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { ChangePairs } from "../sensitivity/bootstrap-change";
import { type ImportantDifferenceVerdict, importantDifferenceVerdict } from "./important-difference";

/** The mean change, its checks, and what it means. */
export interface ChangeDetail extends PairedChange {
  /** Does the middle of the changes say the same as their mean? */
  readonly centre: EstimateValue | InsufficientData;
  readonly signedRank: SignedRankTest | InsufficientData;
  readonly importantDifference: {
    /** In points; null when nobody knows it. */
    readonly value: number | null;
    readonly verdict: ImportantDifferenceVerdict;
  };
  /** Change expected without any effect, only because entry depended on the score; null when entry did not. */
  readonly regressionToMean: RegressionNote | null;
}

/** How much of a change is expected of people chosen for their score, and from which figures. */
export type RegressionNote =
  | { readonly kind: "expected"; readonly change: number; readonly reliability: number; readonly cutOff: number }
  | { readonly kind: "not-known"; readonly cutOff: number };

/** Everything about the mean change of people who have both scores. */
export function changeDetail(request: OutcomeRequest, pairs: ChangePairs): ChangeDetail {
  const { description, importantDifference } = request;
  const paired = pairedChange(pairs.pre, pairs.post);
  const differences = roundedDifferences(pairs.pre, pairs.post);
  return {
    ...paired,
    centre: pseudoMedian(differences),
    signedRank: signedRankTest(differences),
    importantDifference: {
      value: importantDifference,
      verdict: importantDifferenceVerdict(paired.change, importantDifference, description.improvement),
    },
    regressionToMean: regressionNote(request, pairs),
  };
}

/**
 * The expected fall (or rise) of people who entered beyond a cut-off. Mean and spread of everybody who might have entered
 * are not known to a programme that measured only those who did, so they are worked back from the truncated normal
 * distribution of the baseline; the correlation without change is the reliability of the scale.
 */
function regressionNote({ entryCutOff, reliability }: OutcomeRequest, { pre }: ChangePairs): RegressionNote | null {
  if (entryCutOff === null) return null;
  const cutOff = entryCutOff.value;
  const { side } = entryCutOff;
  // Somebody beyond the rule was let in all the same: then it was no rule, and nothing can be worked back from it.
  if (reliability === null || pre.some((value) => (side === "at-least" ? value < cutOff : value > cutOff))) {
    return { kind: "not-known", cutOff };
  }
  const source = truncatedNormal(pre, cutOff, side);
  if (source.kind !== "truncated-normal") return { kind: "not-known", cutOff };
  const population = { ...source, correlation: reliability.value };
  const expected = regressionToTheMean(population, { cutOff, enters: side });
  return expected.kind === "value"
    ? { kind: "expected", change: expected.value, reliability: reliability.value, cutOff }
    : { kind: "not-known", cutOff };
}
