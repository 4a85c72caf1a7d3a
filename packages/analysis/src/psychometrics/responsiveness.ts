import { type Estimate, finiteEstimate } from "@alongside/statistics/estimate";
import { momentsFromPairs } from "@alongside/statistics/paired/paired-change";
import { pairedEffectSizes } from "@alongside/statistics/paired/paired-effect-sizes";
import type { PairedMoments } from "@alongside/statistics/paired/paired-moments";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { completePairs, type PersonSeries } from "../rows/person-series";
import { SHOWN_FROM, type Stability, stabilityOf, type TooFewForScale } from "./stability";

/** How well the scale shows change when there is some. */
export type Responsiveness =
  | {
      readonly kind: "responsiveness";
      readonly n: number;
      readonly stability: Stability;
      /** Mean change over the standard deviation of the changes. */
      readonly standardisedResponseMean: Estimate;
      /** Mean change over the standard deviation of the changes of people without the support. */
      readonly guyatt: GuyattIndex;
    }
  | TooFewForScale;

/** Guyatt's index needs people who are taken not to change; only a comparison cohort can stand for them. */
export type GuyattIndex =
  | { readonly kind: "value"; readonly value: number; readonly stableN: number }
  | { readonly kind: "not-known"; readonly why: "no-stable-group" | "too-few" | "no-spread" };

const PROVENANCE = { statistic: "paired/paired-effect-sizes", version: 1 } as const;

/**
 * Standardised response mean, with the interval of the noncentral t distribution, and Guyatt's index.
 * Source: Liang, Fossel and Larson (1990), Med Care 28, 632-642; Guyatt, Walter and Norman (1987), J Chronic Dis 40,
 * 171-178. R: effectsize::cohens_d(post, pre, paired = TRUE).
 */
export function responsiveness(
  { data, wave, comparedWith }: OutcomeRequest,
  people: readonly PersonSeries[],
): Responsiveness {
  const { pre, post } = completePairs(people, wave);
  const n = pre.length;
  const stability = stabilityOf(n);
  if (typeof stability !== "string") return stability;
  const moments = momentsFromPairs(pre, post);
  const stable = completePairs(
    data.people.filter(({ cohortId }) => cohortId === comparedWith),
    wave,
  );
  return {
    kind: "responsiveness",
    n,
    stability,
    standardisedResponseMean: responseMean(moments),
    guyatt:
      comparedWith === null
        ? { kind: "not-known", why: "no-stable-group" }
        : guyattIndex(moments.meanChange, momentsFromPairs(stable.pre, stable.post)),
  };
}

function responseMean(moments: PairedMoments): Estimate {
  const effects = pairedEffectSizes(moments);
  if (effects.kind !== "effect-sizes") return effects;
  const { n, dZ, dZInterval } = effects;
  return finiteEstimate({
    value: dZ,
    interval: dZInterval,
    n,
    method: "standardised-response-mean",
    standardError: Math.sqrt(1 / n + dZ ** 2 / (2 * n)),
    provenance: PROVENANCE,
  });
}

function guyattIndex(change: number | null, stable: PairedMoments): GuyattIndex {
  if (stable.n < SHOWN_FROM || change === null || stable.sdChange === null)
    return { kind: "not-known", why: "too-few" };
  if (stable.sdChange === 0) return { kind: "not-known", why: "no-spread" };
  return { kind: "value", value: change / stable.sdChange, stableN: stable.n };
}
