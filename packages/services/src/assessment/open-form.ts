import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { type QuestionnaireView, questionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { type RiskWatch, riskWatch } from "@alongside/domain/instruments/risk-watch";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { readResponsePath } from "../instrument/response-path";
import { parseInput } from "../parse-input";
import { languageTag } from "./input";
import { type OfferedLanguage, offeredLanguages } from "./offered-languages";
import { definitionOf, type PlannedParticipant, type PlanPlace, participantPlan } from "./participant-plan";
import { readPacks } from "./read-packs";

export const openFormInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  timepointCode: z.string().min(1).max(64),
  instrument: z.string().min(1).max(64),
  /** The language to show it in; absent: the first in which its questions can be shown. */
  language: languageTag.optional(),
});

export interface OpenForm {
  readonly participant: PlannedParticipant;
  readonly today: string;
  readonly place: PlanPlace;
  readonly view: QuestionnaireView;
  readonly languages: readonly OfferedLanguage[];
  /** The places of the plan, so that the screen can say what comes next. */
  readonly places: readonly PlanPlace[];
  /** Which answers call for somebody to act, and what was agreed for it; null when no question can reveal risk. */
  readonly risk: RiskWatch | null;
}

/** One empty form, ready to be filled in: what is asked, of whom, when, and in which words. */
export async function openAssessmentForm(
  context: Context,
  input: z.input<typeof openFormInput>,
): Promise<Result<OpenForm>> {
  const parsed = parseInput(openFormInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId, timepointCode, instrument } = parsed.value;
  const scope = authorise(context, "assessment.open-form", programmeId);
  if (!scope.ok) return scope;
  const [plan, packs, uses] = await Promise.all([
    participantPlan(scope.value.db, scope.value, participantId, context.now()),
    readPacks(scope.value.db, { programmeId, instrument }),
    scope.value.db.instrumentUse.findMany({
      where: { programmeId, instrument },
      select: { edition: true, responsePath: true },
    }),
  ]);
  if (!plan.ok) return plan;
  const place = plan.value.places.find((one) => one.timepointCode === timepointCode && one.instrument === instrument);
  const definition = place && definitionOf(place);
  if (place === undefined || definition === undefined) {
    return fail("not-found", "assessment.not-planned", { params: { timepoint: timepointCode, instrument } });
  }
  const { closed } = plan.value;
  if (closed !== null) return { ok: false, failure: closed };
  await writeAuditEvent(scope.value.db, context, scope.value, participantId, { timepoint: timepointCode, instrument });
  const languages = offeredLanguages(definition, packs);
  const language = parsed.value.language ?? languages[0]?.tag ?? "en";
  const { participant, today, places } = plan.value;
  const use = uses.find(({ edition }) => edition === definition.edition);
  return ok({
    participant,
    today,
    place,
    places,
    languages,
    view: questionnaireView(definition, { language, packs }),
    risk: riskWatch(definition, readResponsePath(use?.responsePath)),
  });
}
