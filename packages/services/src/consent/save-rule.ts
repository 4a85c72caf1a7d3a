import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { perform } from "../perform";
import { purposeSchema } from "./read";

export const saveConsentRuleInput = z.object({
  programmeId: z.uuid(),
  purpose: purposeSchema,
  /** Whether staff are shown it to ask. */
  asked: z.boolean(),
  /** First day of enrolment from which on nothing is done without an answer; null: never. */
  requiredFrom: calendarDate.nullable(),
});

export interface SavedConsentRule {
  readonly asked: boolean;
  readonly requiredFrom: string | null;
}

/** Says whether a purpose is asked, and of whom an answer is needed. A no that was given counts either way. */
export function saveConsentRule(
  context: Context,
  input: z.input<typeof saveConsentRuleInput>,
): Promise<Result<SavedConsentRule>> {
  return perform(context, "consent-settings.save", saveConsentRuleInput, input, async (tx, scope, wish) => {
    const { programmeId } = scope;
    const { purpose, asked } = wish;
    const requiredFrom = asked ? wish.requiredFrom : null;
    const key = { programmeId, purpose };
    const before = await tx.consentRule.findUnique({ where: { programmeId_purpose: key } });
    const value = { asked, requiredFrom };
    const data = { asked, requiredFrom: requiredFrom === null ? null : toDay(requiredFrom) };
    await tx.consentRule.upsert({
      where: { programmeId_purpose: key },
      create: { ...key, ...data },
      update: data,
    });
    const requiredBefore = before?.requiredFrom ? fromDay(before.requiredFrom) : null;
    const detail = { ...value, purpose, askedBefore: before?.asked ?? purpose === "contact", requiredBefore };
    return ok({ subjectId: programmeId, detail, value });
  });
}
