import type { EstimateValue, InsufficientData } from "@alongside/statistics/estimate";
import { deteriorationTest } from "@alongside/statistics/reliable-change/deterioration-test";
import { type ReliableChangeCounts, reliableChangeCounts } from "@alongside/statistics/reliable-change/reliable-change";
import {
  type ReliableChangeScale,
  reliableChangeScale,
} from "@alongside/statistics/reliable-change/reliable-change-index";
import type { ShownCount } from "../disclosure-control/shown-count";
import type { KnownReliability, OutcomeRequest } from "../outcome/outcome-request";
import type { ChangePairs } from "../sensitivity/bootstrap-change";

/** Who changed by more than the scale's own noise, and who could not be told. */
export type ReliableChange =
  | {
      readonly kind: "reliable-change";
      readonly scale: ReliableChangeScale;
      readonly reliability: KnownReliability;
      readonly counts: ReliableChangeCounts;
      /** Everybody enrolled, also those nobody could follow: shares are of them. */
      readonly enrolled: ShownCount;
      /** Null where the number enrolled is not shown exactly. */
      readonly withoutBoth: number | null;
      /** Share that deteriorated, of those with both scores, against the 2.5 % that noise alone would put there. */
      readonly deterioration: EstimateValue | InsufficientData;
    }
  /** Nobody knows how well the scale repeats itself, there is no better end, or everybody started alike. */
  | { readonly kind: "not-known"; readonly why: "no-reliability" | "no-direction" | "no-spread" | "too-few" };

/**
 * Reliable change of single people, with those who deteriorated never left out.
 * @param sdPre standard deviation at baseline of everybody scored then; null where there is none
 */
export function reliableChange(
  { reliability, description }: OutcomeRequest,
  pairs: ChangePairs,
  sdPre: number | null,
  enrolled: ShownCount,
): ReliableChange {
  if (reliability === null) return { kind: "not-known", why: "no-reliability" };
  if (description.improvement === "none") return { kind: "not-known", why: "no-direction" };
  if (sdPre === null || sdPre === 0) return { kind: "not-known", why: "no-spread" };
  const scale = reliableChangeScale(sdPre, reliability.value);
  if ("kind" in scale) return { kind: "not-known", why: "no-spread" };
  const counts = reliableChangeCounts(pairs.pre, pairs.post, {
    scale,
    lowerIsBetter: description.improvement === "decrease",
  });
  if (counts.kind !== "counts") return { kind: "not-known", why: "too-few" };
  return {
    kind: "reliable-change",
    scale,
    reliability,
    counts,
    enrolled,
    withoutBoth: enrolled.kind === "exact" ? enrolled.n - counts.n : null,
    deterioration: deteriorationTest(counts.reliablyDeteriorated, counts.n),
  };
}
