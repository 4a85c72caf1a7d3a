import type { InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import { boundsOf, SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { type CountedRequest, countedPeople } from "../rows/counted-people";
import type { PersonSeries } from "../rows/person-series";
import { byLastWave, type LastWaveGroup } from "./by-last-wave";
import { type Leavers, leaversAgainstStayers } from "./leavers";
import { type MissingAtSite, missingBySite } from "./missing-by-site";
import { type MissingnessModel, missingnessModel } from "./missingness-model";
import { type ParticipantFlow, participantFlow } from "./participant-flow";

/** Over this share of missing scores an estimate is shown in grey and called not interpretable. House rule. */
export const MOST_MISSING = 0.4;

/** Who is behind the figures, and who is not. Shown before any result. */
export interface Attrition {
  readonly flow: ParticipantFlow;
  /**
   * Of people with a baseline, the share without a score at the wave; null when nobody has a baseline, and where it would tell
   * how few are without.
   */
  readonly missingShare: number | null;
  readonly interpretable: boolean;
  readonly bySite: readonly MissingAtSite[];
  readonly leavers: Leavers | Suppressed;
  readonly byLastWave: readonly LastWaveGroup[];
  readonly model: MissingnessModel | InsufficientData | Suppressed;
}

/**
 * The whole account of missing people of one cohort at one wave.
 * @param counted the same request with those people only who may be counted
 */
export function attrition(request: OutcomeRequest, counted: CountedRequest = countedPeople(request)): Attrition {
  const { data, cohortId, wave, threshold, shown } = request;
  const own = (list: readonly PersonSeries[]) => list.filter((person) => person.cohortId === cohortId);
  const people = own(counted.request.data.people);
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const missing = measured.filter(({ values }) => (values[wave] ?? null) === null).length;
  const baseline = counted.baseline(cohortId);
  // So few are without the score that no figure says how many, whether or not they are among the people counted.
  const isFew = suppressCount(missing, threshold).kind === "hidden";
  const isHidden = isFew || (baseline.kind !== "exact" && missing === 0);
  const missingShare = measured.length === 0 || isHidden ? null : missing / measured.length;
  const seen = measured.length - missing;
  const most = isHidden ? 1 - seen / Math.max(1, boundsOf(baseline).high) : missingShare;
  const flow = participantFlow(data, own(data.people), threshold, { ...shown?.[cohortId], baseline }, people);
  const allKnown = flow.enrolled.kind === "exact" && counted.everybody(cohortId);
  const bySite = missingBySite(people, wave, threshold);
  const sitesAreShown = bySite.every((at) => at.baselineMeasured.kind === "exact" && at.missing.kind === "exact");
  return {
    flow,
    missingShare,
    interpretable: most !== null && most <= MOST_MISSING,
    bySite,
    leavers: isHidden ? SUPPRESSED : leaversAgainstStayers(people, wave, threshold),
    // People without any score are the rest of everybody enrolled.
    byLastWave: byLastWave(
      allKnown ? people : people.filter(({ values }) => values.some((value) => value !== null)),
      data.waves.length,
      threshold,
    ),
    model: isHidden ? SUPPRESSED : missingnessModel(people, wave, sitesAreShown),
  };
}
