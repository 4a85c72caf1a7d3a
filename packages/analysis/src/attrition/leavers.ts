import type { EstimateValue, InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { finiteEstimate } from "@alongside/statistics/estimate";
import { standardisedMeanDifference } from "@alongside/statistics/groups/standardised-mean-difference";
import { SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import type { PersonSeries } from "../rows/person-series";

/** Those without the later score against those with it, by their baseline. */
export interface Leavers {
  readonly stayed: number;
  readonly left: number;
  readonly meanStayed: number;
  readonly meanLeft: number;
  /** Hedges' g of the baseline, left - stayed. */
  readonly difference: EstimateValue | InsufficientData;
}

const PROVENANCE = { statistic: "groups/standardised-mean-difference", version: 1 } as const;

/** Whether people without the score at a wave started differently; hidden where either group is small. */
export function leaversAgainstStayers(
  people: readonly PersonSeries[],
  wave: number,
  threshold: number,
): Leavers | Suppressed {
  const baseline = (list: readonly PersonSeries[]) => list.flatMap(({ values }) => values[0] ?? []);
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const stayed = baseline(measured.filter(({ values }) => (values[wave] ?? null) !== null));
  const left = baseline(measured.filter(({ values }) => (values[wave] ?? null) === null));
  const isSmall = (group: readonly number[]) => suppressCount(group.length, threshold).kind === "hidden";
  if (isSmall(stayed) || isSmall(left)) return SUPPRESSED;
  const mean = (group: readonly number[]) => group.reduce((sum, value) => sum + value, 0) / Math.max(1, group.length);
  const effect = standardisedMeanDifference(left, stayed);
  return {
    stayed: stayed.length,
    left: left.length,
    meanStayed: mean(stayed),
    meanLeft: mean(left),
    difference:
      effect.kind === "effect-sizes"
        ? finiteEstimate({
            value: effect.hedgesG,
            interval: effect.hedgesGInterval,
            n: effect.n,
            method: "hedges-g",
            standardError: Math.sqrt(effect.hedgesGVariance),
            provenance: PROVENANCE,
          })
        : effect,
  };
}
