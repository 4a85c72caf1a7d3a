import { alertFor } from "@alongside/domain/instruments/risk-watch";
import { hasEnded } from "@alongside/domain/schedule/due-state";
import { answersToSend } from "@alongside/ui/questionnaire/flow.model";
import { uuidv7 } from "uuidv7";
import { formHref } from "./address";
import type { Draft, DraftPlace } from "./draft";
import type { FormSetting, OpenForm } from "./form-view";

/** The state of a draft that somebody works on; whatever was said about it before is over. */
export const EDITING = { state: "editing", refusal: null } as const satisfies Partial<Draft>;

/** The draft with what follows from its answers: what goes out, and whether somebody has to act. */
export function derived(form: OpenForm, draft: Omit<Draft, "toSend" | "risk">): Draft {
  const toSend = answersToSend(form.view, draft.answers);
  return { ...draft, toSend, risk: alertFor(form.risk, toSend) };
}

/** Where the draft of a form is kept. */
export function placeOf({ participant, place }: OpenForm, { personId, programmeId }: FormSetting): DraftPlace {
  const { participantId } = participant;
  return { personId, programmeId, participantId, timepointId: place.timepointId, instrument: place.instrument };
}

/** The draft of a form that nobody has begun; one of a correction begins with what is stored. */
export function newDraft(form: OpenForm, setting: FormSetting): Draft {
  const { participant, place, view, today } = form;
  const { stored } = setting;
  const choice = { mode: setting.mode, language: view.language };
  return derived(form, {
    ...placeOf(form, setting),
    ...choice,
    version: 1,
    edition: place.edition,
    assessmentId: uuidv7(),
    answeredOn: stored?.answeredOn ?? lastDay(today, participant.endedOn),
    answers: stored?.answers ?? {},
    place: null,
    correction: stored === null ? null : { assessmentId: stored.assessmentId, reason: "" },
    ...EDITING,
    keptAt: "",
    shown: {
      code: participant.code,
      timepoint: place.timepointLabel,
      title: view.title,
      href: formHref(
        setting.base,
        { ...place, participantId: participant.participantId },
        {
          ...choice,
          correct: stored !== null,
        },
      ),
    },
  });
}

/** The last day on which the form can have been answered. */
export function lastDay(today: string, endedOn: string | null): string {
  return hasEnded(endedOn, today) ? endedOn : today;
}

/**
 * A kept draft under the choices of today's address: mode and language may have been chosen anew. One that was to be
 * sent goes out exactly as it was.
 */
export function continued(found: Draft, begin: Draft): Draft {
  if (found.state === "unsent") return found;
  const { mode, language, edition, shown } = begin;
  // Taken up as a correction, it is no longer what the server has refused.
  const anew = begin.correction !== null && found.correction === null;
  return {
    ...found,
    ...(anew && EDITING),
    mode,
    language,
    edition,
    shown,
    correction: begin.correction && (found.correction ?? begin.correction),
  };
}
