import { z } from "zod";
import { calendarDate } from "../calendar-date";

/** An answer as sent: a number (option code or quantity), or the reason why there is none. */
const answer = z.union([z.number(), z.literal("skipped"), z.literal("declined")]);

/** Far more than any questionnaire asks. */
const MOST_ANSWERS = 500;

/** A language tag as in BCP 47: "en", "zh-Hans", "pt-BR". */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "language.tag");

export const saveAssessmentInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made on the device: sending the same form twice stores it once. */
  assessmentId: z.uuid(),
  timepointId: z.uuid(),
  instrument: z.string().min(1).max(64),
  edition: z.string().min(1).max(32),
  mode: z.enum(["interview", "paper", "self"]),
  language: languageTag,
  answeredOn: calendarDate,
  answers: z
    .record(z.string().max(64), answer)
    .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS, "answers.too-many"),
  /** Set when this corrects an assessment that is already stored. */
  replaces: z.object({ assessmentId: z.uuid(), reason: z.string().trim().min(3).max(500) }).optional(),
});
export type SaveAssessment = z.output<typeof saveAssessmentInput>;
