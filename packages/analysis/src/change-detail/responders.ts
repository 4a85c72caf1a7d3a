import type { EstimateValue, InsufficientData } from "@alongside/statistics/estimate";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import { type CumulativePoint, cumulativeChange } from "@alongside/statistics/reliable-change/cumulative-change";
import { responderShare } from "@alongside/statistics/reliable-change/responders";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { ChangePairs } from "../sensitivity/bootstrap-change";

/** People whose change reached the smallest one people notice, and the whole curve of change behind that one number. */
export interface Responders {
  /** Null when nobody knows the important difference or there is no better end. */
  readonly share: EstimateValue | InsufficientData | null;
  /** The same for a change of that size for the worse. */
  readonly worse: EstimateValue | InsufficientData | null;
  /** For every change that occurred, the share of people who changed by at most that. */
  readonly curve: readonly CumulativePoint[];
}

/** Shares of people with both scores, and the cumulative curve. */
export function responders(
  { description, importantDifference }: OutcomeRequest,
  { pre, post }: ChangePairs,
): Responders {
  const curve = cumulativeChange(roundedDifferences(pre, post));
  const points = curve.kind === "curve" ? curve.points : [];
  const { improvement } = description;
  if (importantDifference === null || improvement === "none") return { share: null, worse: null, curve: points };
  const rule = { kind: "absolute", units: importantDifference } as const;
  const lowerIsBetter = improvement === "decrease";
  return {
    share: responderShare(pre, post, rule, lowerIsBetter),
    worse: responderShare(pre, post, rule, !lowerIsBetter),
    curve: points,
  };
}
