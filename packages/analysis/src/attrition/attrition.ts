import type { InsufficientData, Suppressed } from "@alongside/statistics/estimate";
import type { OutcomeRequest } from "../outcome/outcome-request";
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
  /** Of people with a baseline, the share without a score at the wave; null when nobody has a baseline. */
  readonly missingShare: number | null;
  readonly interpretable: boolean;
  readonly bySite: readonly MissingAtSite[];
  readonly leavers: Leavers | Suppressed;
  readonly byLastWave: readonly LastWaveGroup[];
  readonly model: MissingnessModel | InsufficientData;
}

/** The whole account of missing people of one cohort at one wave. */
export function attrition({ data, cohortId, wave, threshold, enrolled }: OutcomeRequest): Attrition {
  const people = data.people.filter((person) => person.cohortId === cohortId);
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const missing = measured.filter(({ values }) => (values[wave] ?? null) === null).length;
  const missingShare = measured.length === 0 ? null : missing / measured.length;
  return {
    flow: participantFlow(data, people, threshold, enrolled),
    missingShare,
    interpretable: missingShare !== null && missingShare <= MOST_MISSING,
    bySite: missingBySite(people, wave, threshold),
    leavers: leaversAgainstStayers(people, wave, threshold),
    byLastWave: byLastWave(people, data.waves.length, threshold),
    model: missingnessModel(people, wave),
  };
}
