import { type ConsentState, isRequired, permits } from "./consent";
import { collectsOn, type WithdrawalStanding } from "./withdrawal";

/** What decides whether answers of one person may be collected. */
export interface CollectingStanding {
  /** About the survey; null: not asked. */
  readonly survey: { readonly state: ConsentState; readonly decidedOn: string } | null;
  /** First day of enrolment from which on the programme needs an answer about the survey; null: never. */
  readonly requiredFrom: string | null;
  readonly enrolledOn: string;
  readonly withdrawal: WithdrawalStanding | null;
}

/** Why answers of a day are not collected, as the reason of a failure. */
export type CollectingRefusal = "participant.withdrawn" | "consent.survey-refused" | "consent.survey-not-asked";

/**
 * Whether answers given on a day may be stored. Answers of days before a no may: they were given under the yes of that time.
 * @param day ISO day on which the questions were answered
 * @returns null when they may
 */
export function collectingRefusal(standing: CollectingStanding, day: string): CollectingRefusal | null {
  const { survey, withdrawal, enrolledOn, requiredFrom } = standing;
  if (!collectsOn(withdrawal, day)) return "participant.withdrawn";
  if (survey === null) {
    return permits({ state: null, required: isRequired(enrolledOn, requiredFrom) }) ? null : "consent.survey-not-asked";
  }
  if (survey.state === "given") return null;
  return survey.state === "withdrawn" && day < survey.decidedOn ? null : "consent.survey-refused";
}
