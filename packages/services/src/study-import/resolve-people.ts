import type { Tx } from "@alongside/db/client";
import type { StudyParticipant } from "@alongside/interchange/formats/study-csv/read-study";
import { type Problem, shorten } from "@alongside/interchange/problem";
import type { MatchedPlan } from "./match-plan";
import { findClaimed, labelClaim } from "./participant-labels";
import type { StudyPlace } from "./study-place";

/** A participant of the file with their id in the programme. */
export interface StudyPerson {
  readonly label: string;
  readonly claim: string;
  readonly participantId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly isNew: boolean;
  /** ISO day; null for somebody who is not enrolled yet. */
  readonly enrolledOn: string | null;
}

/** Ways in which a participant of the file contradicts the person the programme knows under the same label. */
export const PERSON_RULES = ["in-another-cohort", "at-another-site", "participant-withdrawn"] as const;

/** Finds the participants the programme knows, and gives the others an id. */
export async function resolvePeople(
  db: Tx,
  arrivals: readonly StudyParticipant[],
  place: StudyPlace,
  matched: MatchedPlan,
  report: (problem: Problem) => void,
): Promise<readonly StudyPerson[]> {
  if (arrivals.length === 0) return [];
  const claims = arrivals.map(({ label }) => labelClaim(place.labelKey, place.programmeId, label));
  const held = await findClaimed(db, claims);
  return arrivals.map(({ label, cohort, site, row }, index) => {
    const claim = claims[index] ?? "";
    const cohortId = matched.cohorts.get(cohort)?.id ?? "";
    const known = held.get(claim);
    if (known === "erased" || known?.withdrawn === true) {
      report({ severity: "refuse", rule: "participant-withdrawn", row });
    }
    if (known === undefined || known === "erased") {
      const siteId = place.site(site).id;
      return { label, claim, participantId: place.newId(), siteId, cohortId, isNew: true, enrolledOn: null };
    }
    const refuse = (rule: (typeof PERSON_RULES)[number], column: string | undefined, value: string): void =>
      report({ severity: "refuse", rule, row, ...(column === undefined ? {} : { column }), value: shorten(value) });
    const { columns } = place.mapping;
    if (known.cohortId !== cohortId) refuse("in-another-cohort", columns.cohort, cohort);
    if (site !== null && known.siteId !== place.site(site).id) refuse("at-another-site", columns.site, site);
    return { label, claim, ...known, isNew: false };
  });
}
