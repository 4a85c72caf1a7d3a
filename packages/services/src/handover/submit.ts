import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { saveAssessmentInput } from "../assessment/input";
import { openAssessmentForm } from "../assessment/open-form";
import { saveAssessment } from "../assessment/save";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { asHolder } from "./as-holder";

export const submitHandedInput = z.object({ answers: saveAssessmentInput.shape.answers });

/**
 * Stores what the participant answered. Which form of whom it is stands on the server, so nothing sent with it can change
 * that. Answers neither scores nor what they call for: that is for staff, once they have the phone back.
 */
export async function submitHanded(context: Context, input: z.input<typeof submitHandedInput>): Promise<Result<null>> {
  const parsed = parseInput(submitHandedInput, input);
  if (!parsed.ok) return parsed;
  const holder = asHolder(context);
  if (!holder.ok) return holder;
  const { form, done, context: inner } = holder.value;
  if (done) return ok(null);
  const { programmeId, participantId, timepointCode, instrument } = form;
  const opened = await openAssessmentForm(inner, { programmeId, participantId, timepointCode, instrument });
  if (!opened.ok) return opened;
  const { timepointId, edition, language, assessmentId } = form;
  const saved = await saveAssessment(inner, {
    ...{ programmeId, participantId, timepointId, instrument, edition, language, assessmentId },
    ...{ mode: "self", answeredOn: opened.value.today, answers: parsed.value.answers },
  });
  if (!saved.ok) return saved;
  await withoutProgramme(context.database).session.updateMany({
    where: { id: inner.actor?.sessionId ?? "" },
    data: { handedOver: { form: { ...form }, done: true } },
  });
  return ok(null);
}
