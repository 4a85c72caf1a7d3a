import { censoredDifference, censoredRankTest } from "@alongside/statistics/censored/censored-difference";
import { type CensoredMean, censoredMean } from "@alongside/statistics/censored/censored-mean";
import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { type CensoringGate, censoringGate } from "@alongside/statistics/censored/censoring-gate";
import { substitutedMean } from "@alongside/statistics/censored/substituted-mean";
import { type Estimate, type InsufficientData, type Suppressed, tooFew } from "@alongside/statistics/estimate";
import type { LogRankTest } from "@alongside/statistics/survival/log-rank";
import { claimLevel } from "../claim/claim-level";
import { effectiveThreshold, type ShownCount, SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import { type AnalysisFrame, viralLoadEstimand } from "../viral-load-rows/analysis-frame";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import { censoredLog } from "../viral-load-rows/censored-log";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { type LogWave, logWave } from "./log-wave";
import { FEWEST_SHOWN, MOST_UNKNOWN, type Withheld, withheldRule } from "./withheld";

/** One cohort at one wave: everybody tested then, whether or not at another time. */
export interface CohortAtWave {
  readonly cohortId: string;
  readonly tested: ShownCount;
  readonly limitUnknown: ShownCount;
  readonly gate: CensoringGate["kind"];
  readonly values: LogWave | Suppressed;
  /** Mean log10 copies and the spread, by censored likelihood. */
  readonly mean: CensoredMean | InsufficientData | Suppressed | Withheld;
  /** Copies per mL whose logarithm is the mean; null without one. */
  readonly geometricMean: number | null;
  /** Only for comparison beside a mean: means with the limit, half of it and the limit over the square root of two put in its place. */
  readonly substitution: { readonly limit: number; readonly half: number; readonly overRootTwo: number } | null;
}

/** One wave described, for any number of cohorts, with the first less each of the others. */
export interface ViralLoadAtWave {
  readonly kind: "viral-load-at-wave";
  readonly cohorts: readonly CohortAtWave[];
  readonly differences: readonly {
    readonly cohortId: string;
    readonly comparedWith: string;
    readonly difference: Estimate | Withheld;
    readonly ranks: LogRankTest | InsufficientData | Suppressed;
  }[];
  readonly frame: AnalysisFrame;
}

export interface ViralLoadAtWaveRequest {
  readonly data: ViralLoadData;
  readonly cohortIds: readonly string[];
  readonly wave: number;
  readonly threshold: number;
}

const PROVENANCE = { analysis: "viral-load-change/viral-load-at-wave", version: 2 } as const;

interface Prepared {
  readonly cohortId: string;
  readonly values: readonly CensoredValue[];
  readonly limitUnknown: number;
}

/** Describes log10 viral load at one wave. Nothing here says that anything changed. */
export function viralLoadAtWave({ data, cohortIds, wave, threshold }: ViralLoadAtWaveRequest): ViralLoadAtWave {
  const k = effectiveThreshold(threshold);
  const prepared = cohortIds.map((cohortId): Prepared => {
    const found = peopleAtWaves(data, cohortId).flatMap(({ waves }) => {
      const at = waves[wave];
      return at?.kind === "result" ? [censoredLog(at.row.result)] : [];
    });
    const values = found.filter((value) => value !== null);
    return { cohortId, values, limitUnknown: found.length - values.length };
  });
  const [first, ...others] = prepared;
  const cohorts = prepared.map((one) => cohortAtWave(one, k));
  return {
    kind: "viral-load-at-wave",
    cohorts,
    differences:
      first === undefined
        ? []
        : others.map((other) => ({
            cohortId: first.cohortId,
            comparedWith: other.cohortId,
            ...compare(first, other, k),
          })),
    frame: {
      estimand: viralLoadEstimand({
        population: "analysed",
        timepointId: data.waves[wave]?.timepointId ?? "",
        comparison: { kind: "none" },
        summary: "mean-difference",
        rule: null,
      }),
      claim: claimLevel({ waves: 1, compared: "nothing", adjusted: false, defended: false }),
      sets: cohorts.slice(0, 1).map(({ tested }) => ({ set: "analysed", count: tested })),
      assumptions: [{ id: "few-censored", status: cohorts.every(({ gate }) => gate === "mean") ? "pass" : "fail" }],
      provenance: PROVENANCE,
    },
  };
}

function gateOf({ values, limitUnknown }: Prepared): CensoringGate {
  const censored = values.filter(({ kind }) => kind !== "exact").length + limitUnknown;
  return censoringGate([{ n: values.length + limitUnknown, censored }]);
}

function hides({ values }: Prepared, k: number): boolean {
  return k > 1 && values.length > 0 && values.length < Math.max(k, FEWEST_SHOWN);
}

function ruleOf(one: Prepared): Withheld | null {
  const { values, limitUnknown } = one;
  return withheldRule(gateOf(one).kind, limitUnknown > MOST_UNKNOWN * (values.length + limitUnknown));
}

function cohortAtWave(one: Prepared, k: number): CohortAtWave {
  const { cohortId, values, limitUnknown } = one;
  const hidden = hides(one, k);
  const gate = gateOf(one).kind;
  const mean = hidden ? SUPPRESSED : (ruleOf(one) ?? (values.length === 0 ? tooFew(1, 0) : censoredMean(values)));
  const fitted = mean.kind === "censored-mean" ? { mean: mean.mean.value, sd: mean.sigma } : null;
  const [limit, half, overRootTwo] = [0, Math.log10(2), Math.log10(2) / 2].map((less) =>
    substitutedMean(values, -less),
  );
  const known = limit != null && half != null && overRootTwo != null;
  return {
    cohortId,
    tested: suppressCount(values.length, k),
    limitUnknown: suppressCount(limitUnknown, k),
    gate: hidden ? "no-values" : gate,
    values: hidden ? SUPPRESSED : logWave(values, gate, fitted, k),
    mean,
    geometricMean: fitted === null ? null : 10 ** fitted.mean,
    substitution: hidden || !known || ruleOf(one) !== null ? null : { limit, half, overRootTwo },
  };
}

function compare(own: Prepared, other: Prepared, k: number) {
  if (hides(own, k) || hides(other, k)) return { difference: SUPPRESSED, ranks: SUPPRESSED };
  const groups = [...own.values.map(() => 1), ...other.values.map(() => 0)];
  return {
    difference: ruleOf(own) ?? ruleOf(other) ?? censoredDifference(other.values, own.values),
    ranks: censoredRankTest([...own.values, ...other.values], groups, 2),
  };
}
