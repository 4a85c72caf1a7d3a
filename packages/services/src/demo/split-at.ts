import type { DemoParticipant } from "./generate-person";

/** Somebody with what was recorded of them in a time. */
export type PartOfParticipant = Pick<DemoParticipant, "participant" | "enrolments" | "assessments" | "scores"> & {
  /** Enrolled in that time. */
  readonly isNew: boolean;
};

/** What had been recorded by a moment, and what was recorded after it. */
export function splitAt(
  participants: readonly DemoParticipant[],
  moment: Date,
): { readonly early: readonly PartOfParticipant[]; readonly late: readonly PartOfParticipant[] } {
  const part = (isEarly: boolean) =>
    participants.flatMap((person): PartOfParticipant[] => {
      const { participant, enrolments } = person;
      const isNew = participant.createdAt <= moment === isEarly;
      const assessments = person.assessments.filter(({ recordedAt }) => recordedAt <= moment === isEarly);
      const ids = new Set(assessments.map(({ id }) => id));
      const scores = person.scores.filter(({ assessmentId }) => ids.has(assessmentId));
      return isNew || assessments.length > 0 ? [{ participant, enrolments, assessments, scores, isNew }] : [];
    });
  return { early: part(true), late: part(false) };
}
