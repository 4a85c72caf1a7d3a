import { z } from "zod";

/**
 * Ids as they arrive from outside: parsed once at the edge, then told apart by the compiler. All are UUIDs; those made
 * by a client are version 7, so that a form filled offline can be sent twice and stored once.
 */
export const programmeIdSchema = z.uuid().brand<"ProgrammeId">();
export type ProgrammeId = z.infer<typeof programmeIdSchema>;

export const siteIdSchema = z.uuid().brand<"SiteId">();
export type SiteId = z.infer<typeof siteIdSchema>;

export const cohortIdSchema = z.uuid().brand<"CohortId">();
export type CohortId = z.infer<typeof cohortIdSchema>;

export const timepointIdSchema = z.uuid().brand<"TimepointId">();
export type TimepointId = z.infer<typeof timepointIdSchema>;

export const participantIdSchema = z.uuid().brand<"ParticipantId">();
export type ParticipantId = z.infer<typeof participantIdSchema>;

export const enrolmentIdSchema = z.uuid().brand<"EnrolmentId">();
export type EnrolmentId = z.infer<typeof enrolmentIdSchema>;

export const assessmentIdSchema = z.uuid().brand<"AssessmentId">();
export type AssessmentId = z.infer<typeof assessmentIdSchema>;

export const userIdSchema = z.uuid().brand<"UserId">();
export type UserId = z.infer<typeof userIdSchema>;
