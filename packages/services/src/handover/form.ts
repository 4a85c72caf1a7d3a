import { ok, type Result } from "@alongside/domain/failure/failure";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { openAssessmentForm } from "../assessment/open-form";
import type { Context } from "../context";
import { asHolder } from "./as-holder";

/** What the participant sees: the questions, or null once they are answered. Nothing says whose form it is. */
export type HandedView = { readonly done: true } | { readonly done: false; readonly view: QuestionnaireView };

/** The one form that a handed-over session serves. */
export async function handedForm(context: Context): Promise<Result<HandedView>> {
  const holder = asHolder(context);
  if (!holder.ok) return holder;
  const { form, done } = holder.value;
  if (done) return ok({ done });
  const { programmeId, participantId, timepointCode, instrument, language } = form;
  const place = { programmeId, participantId, timepointCode, instrument, language };
  const opened = await openAssessmentForm(holder.value.context, place);
  if (!opened.ok) return opened;
  return ok({ done, view: opened.value.view });
}
